package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Stops and removes containers, each once, with the hooks that belong to it.
final class Stops {
  private final Project project;
  private final PlanBuilder plan;
  private final Optional<Duration> timeout;
  private final Map<ContainerId, StepId> stopped = new HashMap<>();
  private final Map<ContainerId, StepId> removed = new HashMap<>();

  /// @param timeout in place of the containers' own
  Stops(Project project, PlanBuilder plan, Optional<Duration> timeout) {
    this.project = project;
    this.plan = plan;
    this.timeout = timeout;
  }

  /// Stops a container if it runs, and gives the steps after which it no longer does.
  List<StepId> stop(ObservedContainer container, Collection<StepId> after, Cause cause) {
    if (!container.status().isUp()) {
      return List.copyOf(after);
    }
    var earlier = stopped.get(container.id());
    if (earlier != null) {
      var both = new ArrayList<>(after);
      both.add(earlier);
      return both;
    }
    var ref = container.ref();
    var before = after;
    if (container.status().isRunning() && !container.isOneOff()) {
      for (Hook hook : hooks(container)) {
        before = List.of(plan.add(new Operation.RunHook(ref, hook, "pre_stop"), before, cause));
      }
    }
    var step = plan.add(new Operation.StopContainer(ref, timeout), before, cause);
    stopped.put(container.id(), step);
    return List.of(step);
  }

  /// Stops a container and removes it.
  StepId remove(
      ObservedContainer container,
      Operation.AnonymousVolumes volumes,
      Collection<StepId> after,
      Cause cause) {
    var ref = container.ref();
    var before = stop(container, after, cause);
    var step = plan.add(new Operation.RemoveContainer(ref, volumes), before, cause);
    removed.put(container.id(), step);
    return step;
  }

  /// Removes the volumes with written files that no container uses after the removals so far.
  void removeFiles(Inventory inventory) {
    for (ObservedVolume volume : inventory.volumes()) {
      var users =
          inventory.containers().stream()
              .filter(container ->
                  container.mounts().stream()
                      .anyMatch(mount -> mount.name().filter(volume.name()::equals).isPresent()))
              .map(ObservedContainer::id)
              .toList();
      if (inventory.isOurs(volume.label(Labels.PROJECT))
          && volume.label(Labels.FILES_VOLUME).isPresent()
          && removed.keySet().containsAll(users)) {
        plan.add(
            new Operation.RemoveVolume(volume.name()),
            users.stream().map(removed::get).toList(),
            new Cause.Unused());
      }
    }
  }

  private List<Hook> hooks(ObservedContainer container) {
    return container
        .service()
        .flatMap(project::service)
        .map((Service service) -> service.lifecycle().hooks().preStop())
        .orElse(List.of());
  }
}
