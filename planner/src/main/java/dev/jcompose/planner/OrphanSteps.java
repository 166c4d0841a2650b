package dev.jcompose.planner;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/// Reports or removes orphans.
final class OrphanSteps {
  private final Inventory inventory;
  private final Stops stops;
  private final PlanBuilder plan;

  OrphanSteps(Inventory inventory, Stops stops, PlanBuilder plan) {
    this.inventory = inventory;
    this.stops = stops;
    this.plan = plan;
  }

  /// Gives the steps after which the removed ones are gone.
  ///
  /// @param replacedVolumes those who use one of these are removed with it anyway
  List<StepId> add(
      PlanOptions.Orphans wanted, Set<String> replacedVolumes, Collection<StepId> after) {
    var orphans =
        inventory.orphans().stream()
            .filter(container ->
                container.mounts().stream()
                    .noneMatch(mount -> mount.name().filter(replacedVolumes::contains).isPresent()))
            .toList();
    var removed = new ArrayList<StepId>();
    switch (wanted) {
      case REPORTED -> {
        if (!orphans.isEmpty()) {
          plan.tell(new Notice.Orphans(orphans.stream().map(ObservedContainer::name).toList()));
        }
      }
      case IGNORED -> {}
      case REMOVED -> {
        for (ObservedContainer orphan : orphans) {
          removed.add(
              stops.remove(orphan, Operation.AnonymousVolumes.KEEP, after, new Cause.Orphaned()));
        }
      }
    }
    return removed;
  }
}
