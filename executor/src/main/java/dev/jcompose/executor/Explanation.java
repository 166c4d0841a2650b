package dev.jcompose.executor;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Says of a failed step what the user needs in order to mend it: the service, the engine's own
/// words, and what the container said last.
final class Explanation {
  /// So many lines of a container's log, and of its last health check, are shown.
  private static final int LINES = 10;

  private final Engine engine;
  private final StepGraph graph;
  private final Made made;

  Explanation(Engine engine, StepGraph graph, Made made) {
    this.engine = engine;
    this.graph = graph;
    this.made = made;
  }

  /// The engine refused the step's call.
  StepEnd.Failed ofRefusal(Step step, EngineException refusal) throws InterruptedException {
    String words = refusal.getMessage();
    return switch (step.operation()) {
      case Operation.PullImage pull -> failed(pull.service(), words);
      case Operation.PushImage push -> failed(push.service(), words);
      case Operation.BuildImage build -> failed(build.service(), words);
      case Operation.CreateContainer create ->
          failed(create.container().replica().service(), words);
      case Operation.StartContainer(ContainerRef container) -> ofContainer(container, words);
      case Operation.Await await -> ofContainer(await.container(), words);
      case Operation.RunHook hook -> ofContainer(hook.container(), words);
      case Operation.RunPreStart(ContainerRef container, var _) -> ofContainer(container, words);
      case Operation.ConnectNetwork(ContainerRef container, var _) -> named(container, words);
      case Operation.DisconnectNetwork(ContainerRef container, var _) -> named(container, words);
      case Operation.UploadFiles(ContainerRef container, var _) -> named(container, words);
      case Operation.StopContainer(ContainerRef container, var _) -> named(container, words);
      case Operation.KillContainer(ContainerRef container, var _) -> named(container, words);
      case Operation.PauseContainer(ContainerRef container) -> named(container, words);
      case Operation.UnpauseContainer(ContainerRef container) -> named(container, words);
      case Operation.RemoveContainer(ContainerRef container, var _) -> named(container, words);
      case Operation.RenameContainer(ContainerRef container, var _) -> named(container, words);
      case Operation.RemoveImage _,
          Operation.CreateNetwork _,
          Operation.RemoveNetwork _,
          Operation.CreateVolume _,
          Operation.RemoveVolume _ ->
          new StepEnd.Failed(words, List.of());
    };
  }

  /// What was to be tidied up is still in use: by whom, where the engine tells.
  String ofStay(Step step, EngineException refusal) throws InterruptedException {
    if (step.operation() instanceof Operation.RemoveNetwork(_, String name)) {
      var users = users(name);
      if (!users.isEmpty()) {
        return "it is used by " + String.join(", ", users);
      }
    }
    return refusal.getMessage();
  }

  private List<String> users(String network) throws InterruptedException {
    try {
      return engine.network(network).stream()
          .flatMap(found -> found.attached().values().stream())
          .sorted()
          .toList();
    } catch (EngineException _) {
      return List.of();
    }
  }

  /// What was waited for cannot come true.
  StepEnd.Failed ofWait(Operation.Await await, String reason) throws InterruptedException {
    return ofContainer(
        await.container(), "container %s %s".formatted(await.container().name(), reason));
  }

  /// Time is up before what was waited for came true.
  StepEnd ofLateness(Operation.Await await, String state) throws InterruptedException {
    String wanted =
        switch (await.awaited()) {
          case RUNNING -> "run";
          case HEALTHY -> "become healthy";
          case COMPLETED -> "end";
          case READY -> "become ready";
        };
    return ofContainer(
        await.container(),
        "container %s did not %s in time: it %s"
            .formatted(await.container().name(), wanted, state));
  }

  /// A hook ended with another exit code than 0.
  StepEnd ofHook(Operation.RunHook hook, ExecResult result) throws InterruptedException {
    String words =
        "hook %s of container %s exited with code %d"
            .formatted(hook.moment(), hook.container().name(), result.exitCode());
    List<String> output = result.output().lines().toList();
    return new StepEnd.Failed(
        prefix(serviceOf(hook.container(), lookUp(hook.container()))) + words, last(output));
  }

  /// A `pre_start` hook did not end with exit code 0.
  StepEnd ofPreStart(Operation.RunPreStart hook, String reason) throws InterruptedException {
    return ofContainer(
        hook.container(),
        "pre_start[%d] %s; container %s is kept for a look at it"
            .formatted(hook.index(), reason, hook.container().name()));
  }

  private StepEnd.Failed named(ContainerRef container, String words) throws InterruptedException {
    return new StepEnd.Failed(prefix(serviceOf(container, lookUp(container))) + words, List.of());
  }

  private StepEnd.Failed ofContainer(ContainerRef container, String words)
      throws InterruptedException {
    Optional<ObservedContainer> observed = lookUp(container);
    var log = new ArrayList<String>();
    observed
        .flatMap(ObservedContainer::details)
        .map(ContainerDetails::healthLog)
        .filter(checks -> !checks.isEmpty())
        .ifPresent(checks ->
            last(checks.getLast().lines().toList())
                .forEach(line -> log.add("health check: " + line)));
    if (observed.isPresent()) {
      log.addAll(tail(observed.get().id()));
    }
    return new StepEnd.Failed(prefix(serviceOf(container, observed)) + words, log);
  }

  private static StepEnd.Failed failed(ServiceName service, String words) {
    return new StepEnd.Failed(prefix(Optional.of(service)) + words, List.of());
  }

  private static String prefix(Optional<ServiceName> service) {
    return service.map(name -> "service " + name + ": ").orElse("");
  }

  private Optional<ServiceName> serviceOf(
      ContainerRef container, Optional<ObservedContainer> observed) {
    if (container instanceof ContainerRef.Made(var by, String _)
        && graph.step(by).operation() instanceof Operation.CreateContainer(var spec)) {
      return Optional.of(spec.replica().service());
    }
    return observed.flatMap(ObservedContainer::service);
  }

  /// The container as it is now; what the engine refuses here would only hide the failure itself.
  private Optional<ObservedContainer> lookUp(ContainerRef container) throws InterruptedException {
    try {
      return engine.container(made.id(container));
    } catch (EngineException _) {
      return Optional.empty();
    }
  }

  private List<String> tail(ContainerId container) throws InterruptedException {
    var lines = new ArrayList<String>();
    try {
      engine.logs(container, LogOptions.tail(LINES), line -> lines.add(line.text()));
    } catch (EngineException _) {
      return List.copyOf(lines); // Some log drivers cannot be read.
    }
    return List.copyOf(lines);
  }

  private static List<String> last(List<String> lines) {
    return lines.subList(Math.max(0, lines.size() - LINES), lines.size());
  }
}
