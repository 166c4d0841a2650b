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
import java.util.function.Predicate;

/// Stops and removes containers, each once, with the hooks that belong to it.
final class Stops {
  private final Project project;
  private final Inventory inventory;
  private final PlanBuilder plan;
  private final LeavingVolumes leaving;
  private final Optional<Duration> timeout;
  private final Map<ContainerId, StepId> stopped = new HashMap<>();
  private final Map<ContainerId, StepId> removed = new HashMap<>();

  /// @param timeout in place of the containers' own
  Stops(Project project, Inventory inventory, PlanBuilder plan, Optional<Duration> timeout) {
    this.project = project;
    this.inventory = inventory;
    this.plan = plan;
    this.leaving = new LeavingVolumes(project, inventory, plan);
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

  /// What becomes of volumes that the engine does not remove with these containers.
  LeavingVolumes leaving() {
    return leaving;
  }

  /// Stops a container and removes it.
  StepId remove(
      ObservedContainer container,
      Operation.AnonymousVolumes volumes,
      Collection<StepId> after,
      Cause cause) {
    var ref = container.ref();
    var before = new ArrayList<>(stop(container, after, cause));
    if (volumes == Operation.AnonymousVolumes.REMOVE) {
      before.addAll(leaving.noted());
    }
    var step = plan.add(new Operation.RemoveContainer(ref, volumes), before, cause);
    removed.put(container.id(), step);
    return step;
  }

  /// Removes the volumes with written files that no container uses after the removals so far.
  void removeFiles() {
    for (ObservedVolume volume : inventory.volumes()) {
      if (inventory.isOurs(volume.label(Labels.PROJECT))
          && volume.label(Labels.FILES_VOLUME).isPresent()) {
        afterRemovalOf(container -> container.uses(volume.name()))
            .ifPresent(after ->
                plan.add(new Operation.RemoveVolume(volume.name()), after, new Cause.Unused()));
      }
    }
  }

  /// Removes what the removed containers had taken over, unless another container uses it.
  void removeTakenOver(Collection<ObservedContainer> containers) {
    for (ObservedContainer container : containers) {
      for (String volume : container.takenOver()) {
        afterRemovalOf(user -> user.uses(volume))
            .ifPresent(after -> leaving.remove(volume, after, new Cause.Requested()));
      }
    }
  }

  /// The steps after which no such container is left; empty when one stays.
  Optional<List<StepId>> afterRemovalOf(Predicate<ObservedContainer> which) {
    var users = inventory.containers().stream().filter(which).map(ObservedContainer::id).toList();
    return removed.keySet().containsAll(users)
        ? Optional.of(users.stream().map(removed::get).toList())
        : Optional.empty();
  }

  private List<Hook> hooks(ObservedContainer container) {
    return container
        .service()
        .flatMap(project::service)
        .map((Service service) -> service.lifecycle().hooks().preStop())
        .orElse(List.of());
  }
}
