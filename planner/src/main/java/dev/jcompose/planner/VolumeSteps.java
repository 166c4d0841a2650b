package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/// Makes the named volumes that services use. One whose definition has changed is only made anew
/// when the user agrees to lose its data.
final class VolumeSteps {
  private final Project project;
  private final Inventory inventory;
  private final Definitions definitions;
  private final PlanBuilder plan;
  private final List<Volume> missing = new ArrayList<>();
  private final Map<Volume, Cause> replaced = new LinkedHashMap<>();
  private final Map<VolumeKey, StepId> made = new HashMap<>();
  private final Map<ContainerId, StepId> removals = new HashMap<>();

  VolumeSteps(Project project, Inventory inventory, Definitions definitions, PlanBuilder plan) {
    this.project = project;
    this.inventory = inventory;
    this.definitions = definitions;
    this.plan = plan;
  }

  /// The services that use volumes which the user agreed to replace.
  static List<ServiceName> users(Project project, Collection<Question> agreed) {
    var users = new TreeSet<ServiceName>();
    for (Question question : agreed) {
      switch (question) {
        case Question.ReplaceVolume(VolumeKey volume, _, _) ->
            project.services().values().stream()
                .filter(service -> Names.volumeKeys(service).contains(volume))
                .forEach(service -> users.add(service.name()));
        case Question.OtherFolder _ -> {}
      }
    }
    return List.copyOf(users);
  }

  /// Sorts the volumes out without adding steps.
  void look(List<Service> services, Collection<Question> agreed) {
    var keys = new TreeSet<VolumeKey>();
    services.forEach(service -> keys.addAll(Names.volumeKeys(service)));
    for (VolumeKey key : keys) {
      var volume = project.volumes().get(key);
      if (volume != null) {
        look(volume, agreed);
      }
    }
  }

  private void look(Volume volume, Collection<Question> agreed) {
    var observed = inventory.volume(volume.name());
    if (volume.external()) {
      if (observed.isEmpty()) {
        plan.fail(new Problem.NoExternalVolume(volume.key(), volume.name()));
      }
    } else if (observed.isEmpty()) {
      missing.add(volume);
    } else if (!inventory.isOurs(observed.get().label(Labels.PROJECT))) {
      plan.tell(new Notice.ForeignVolume(volume.key(), volume.name()));
    } else {
      definitions
          .changed(project, volume, observed.get())
          .ifPresent(cause -> {
            var question = new Question.ReplaceVolume(volume.key(), volume.name(), cause.changes());
            if (agreed.contains(question)) {
              replaced.put(volume, cause);
            } else {
              plan.ask(question);
            }
          });
    }
  }

  /// The names of those that are removed and made anew.
  Set<String> replaced() {
    var names = new HashSet<String>();
    replaced.keySet().forEach(volume -> names.add(volume.name()));
    return names;
  }

  /// Adds the steps; the containers of a volume that is replaced go with it.
  void add(Stops stops, Collection<StepId> after) {
    for (Volume volume : missing) {
      made.put(volume.key(), plan.add(creation(volume), after, new Cause.Missing()));
    }
    var cause = new Cause.VolumesChanged(List.copyOf(new TreeSet<>(replaced())));
    var free = new ArrayList<>(after);
    for (ObservedContainer container : inventory.containers()) {
      if (usesReplaced(container)) {
        var removed = stops.remove(container, Operation.AnonymousVolumes.KEEP, after, cause);
        removals.put(container.id(), removed);
        free.add(removed);
      }
    }
    replaced.forEach((volume, why) -> {
      var removed = plan.add(new Operation.RemoveVolume(volume.name()), free, why);
      made.put(volume.key(), plan.add(creation(volume), List.of(removed), why));
    });
  }

  private boolean usesReplaced(ObservedContainer container) {
    var names = replaced();
    return container.mounts().stream()
        .anyMatch(mount -> mount.name().filter(names::contains).isPresent());
  }

  private Operation creation(Volume volume) {
    var hash = definitions.hasher().hash(volume);
    return new Operation.CreateVolume(volume, Labelling.of(project, volume, hash));
  }

  /// The steps after which the containers that these replicas stand for are gone with their volume,
  /// which the service need not use any more.
  List<StepId> gone(List<Fate> replicas) {
    return replicas.stream()
        .flatMap(fate -> fate.replaced().stream())
        .filter(container -> removals.containsKey(container.id()))
        .map(container -> removals.get(container.id()))
        .toList();
  }

  /// The steps after which the service's volumes are there.
  List<StepId> before(Service service) {
    return Names.volumeKeys(service).stream().filter(made::containsKey).map(made::get).toList();
  }
}
