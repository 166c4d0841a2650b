package dev.jcompose.cli.progress;

import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Step;
import dev.jcompose.planner.StepId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The words for the steps of a plan, which are docker compose's.
///
/// A recreate is several steps, and is shown as one: `Recreate` when the new container is begun,
/// `Recreated` when it has its name.
public final class StepTexts {
  private final Map<StepId, String> finalNames = new HashMap<>();
  private final Map<StepId, StepId> lastOfRecreate = new HashMap<>();
  private final Set<String> replaced = new HashSet<>();

  public StepTexts(Plan plan) {
    for (Step step : plan.steps()) {
      if (step.operation()
          instanceof Operation.RenameContainer(ContainerRef.Made(StepId by, _), String to)) {
        finalNames.put(by, to);
        lastOfRecreate.put(step.id(), by);
        replaced.add(to);
      }
    }
  }

  /// The words for that step.
  public StepText of(Step step) {
    return switch (step.operation()) {
      case Operation.PullImage(_, String image, _, _) -> image(image, "Pulling", "Pulled");
      case Operation.PushImage(_, String image, _) -> image(image, "Pushing", "Pushed");
      case Operation.BuildImage(_, String image, _, _, _, _, _) ->
          image(image, "Building", "Built");
      case Operation.RemoveImage(String image) -> image(image, "Removing", "Removed");
      case Operation.CreateNetwork(var network, _) ->
          new StepText("Network " + network.name(), "Creating", "Created");
      case Operation.RemoveNetwork(_, String name) ->
          new StepText("Network " + name, "Removing", "Removed");
      case Operation.ConnectNetwork(var container, _) -> StepText.hidden(name(container));
      case Operation.DisconnectNetwork(var container, _) -> StepText.hidden(name(container));
      case Operation.CreateVolume(var volume, _) ->
          new StepText("Volume " + volume.name(), "Creating", "Created");
      case Operation.RemoveVolume(String name) ->
          new StepText("Volume " + name, "Removing", "Removed");
      case Operation.CreateContainer(var container) -> creation(step.id(), container.name());
      case Operation.UploadFiles(var container, _) -> StepText.hidden(name(container));
      case Operation.StartContainer(var container) ->
          StepText.container(name(container), "Starting", "Started");
      case Operation.StopContainer(var container, _) ->
          unlessReplaced(StepText.container(name(container), "Stopping", "Stopped"), container);
      case Operation.KillContainer(var container, _) ->
          StepText.container(name(container), "Killing", "Killed");
      case Operation.PauseContainer(var container) ->
          StepText.container(name(container), "", "Paused");
      case Operation.UnpauseContainer(var container) ->
          StepText.container(name(container), "", "Unpaused");
      case Operation.RemoveContainer(var container, _) ->
          unlessReplaced(StepText.container(name(container), "Removing", "Removed"), container);
      case Operation.RenameContainer(_, String to) ->
          StepText.container(to, "Recreate", "Recreated").onlyDone();
      case Operation.RunHook(var container, _, String moment) ->
          StepText.container(
              name(container), "Running " + moment + " hook", "Ran " + moment + " hook");
      case Operation.RunPreStart(var container, _) ->
          StepText.container(name(container), "Running pre_start hook", "Ran pre_start hook");
      case Operation.Await(var container, var awaited, _) ->
          StepText.container(name(container), "Waiting", fulfilled(awaited));
    };
  }

  /// Whether that step ends a recreate.
  boolean endsRecreate(Step step) {
    return lastOfRecreate.containsKey(step.id());
  }

  private StepText creation(StepId id, String name) {
    var finalName = finalNames.get(id);
    return finalName == null
        ? StepText.container(name, "Creating", "Created")
        : StepText.container(finalName, "Recreate", "Recreated").onlyDoing();
  }

  private StepText unlessReplaced(StepText text, ContainerRef container) {
    return container instanceof ContainerRef.Existing(_, String name) && replaced.contains(name)
        ? StepText.hidden(name)
        : text;
  }

  private String name(ContainerRef container) {
    return switch (container) {
      case ContainerRef.Existing(_, String name) -> name;
      case ContainerRef.Made(StepId by, String name) -> finalNames.getOrDefault(by, name);
    };
  }

  private static StepText image(String image, String doing, String done) {
    return new StepText("Image " + image, doing, done);
  }

  private static String fulfilled(Operation.Awaited awaited) {
    return switch (awaited) {
      case RUNNING -> "Running";
      case HEALTHY, READY -> "Healthy";
      case COMPLETED -> "Exited";
    };
  }
}
