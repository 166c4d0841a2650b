package dev.jcompose.planner;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Removes anonymous volumes that were handed over, which nothing tells whose they are once their
/// container is gone.
///
/// Before such a container goes, a note is made on the engine: an empty volume with the names in
/// the label {@link Labels#LEAVING}. It goes last. The plan that finds one, because a run was
/// killed in between, removes what is left of them.
final class LeavingVolumes {
  private final Project project;
  private final Inventory inventory;
  private final PlanBuilder plan;
  private final Map<String, StepId> removals = new HashMap<>();
  private Optional<Note> note = Optional.empty();

  private record Note(String name, StepId made) {}

  LeavingVolumes(Project project, Inventory inventory, PlanBuilder plan) {
    this.project = project;
    this.inventory = inventory;
    this.plan = plan;
  }

  /// Makes a note of the volumes of containers that are about to go. Call it once.
  void announce(Collection<ObservedContainer> containers) {
    var names =
        containers.stream()
            .flatMap(container -> container.takenOver().stream())
            .distinct()
            .sorted()
            .toList();
    if (!names.isEmpty()) {
      var name = project.name() + "-leaving-" + Integer.toHexString(names.hashCode());
      var labels = new LinkedHashMap<String, String>();
      labels.put(Labels.PROJECT, project.name().value());
      labels.put(Labels.LEAVING, String.join(",", names));
      var volume =
          new Volume(
              new VolumeKey(name),
              name,
              false,
              Optional.empty(),
              Ordered.map(),
              Ordered.map(),
              Extensions.NONE);
      var made =
          plan.add(new Operation.CreateVolume(volume, labels), List.of(), new Cause.Precaution());
      note = Optional.of(new Note(name, made));
    }
  }

  /// The steps after which a container with such volumes may go.
  List<StepId> noted() {
    return note.stream().map(Note::made).toList();
  }

  /// Removes one of them.
  void remove(String volume, Collection<StepId> after, Cause cause) {
    removals.computeIfAbsent(
        volume, _ -> plan.add(new Operation.RemoveVolume(volume), after, cause));
  }

  /// Removes the note, and those of runs that did not get so far, with what they tell of.
  void conclude(Stops stops) {
    for (ObservedVolume volume : inventory.volumes()) {
      var names =
          inventory.isOurs(volume.label(Labels.PROJECT)) ? names(volume) : List.<String>of();
      if (!names.isEmpty() && note.filter(own -> own.name().equals(volume.name())).isEmpty()) {
        names.forEach(name ->
            stops
                .afterRemovalOf(container -> container.uses(name))
                .ifPresent(after -> remove(name, after, new Cause.Unused())));
        var all = names.stream().filter(removals::containsKey).map(removals::get).toList();
        plan.add(new Operation.RemoveVolume(volume.name()), all, new Cause.Unused());
      }
    }
    note.ifPresent(own -> {
      var after = new ArrayList<>(removals.values());
      after.add(own.made());
      plan.add(new Operation.RemoveVolume(own.name()), after, new Cause.Unused());
    });
  }

  private static List<String> names(ObservedVolume volume) {
    return volume.label(Labels.LEAVING).stream()
        .flatMap(names -> List.of(names.split(",", -1)).stream())
        .toList();
  }
}
