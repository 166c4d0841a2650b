package dev.jcompose.planner;

import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/// Plans that nothing of a project is left, or nothing of some of its services.
///
/// Networks, volumes and images that containers still use are left, and what is external is never
/// touched.
final class DownPlan {
  private final Project project;
  private final ObservedState observed;
  private final PlanOptions.Down options;
  private final Inventory inventory;
  private final PlanBuilder plan = new PlanBuilder();
  private final Stops stops;
  private final ServiceOrder order;
  private final SequencedMap<ObservedContainer, StepId> removed = new LinkedHashMap<>();

  DownPlan(Project project, ObservedState observed, PlanOptions.Down options) {
    this.project = project;
    this.observed = observed;
    this.options = options;
    this.inventory = new Inventory(project, observed);
    this.stops = new Stops(project, inventory, plan, options.stopTimeout());
    this.order = ServiceOrder.of(project, options.services(), PlanOptions.Dependencies.LEFT_ALONE);
  }

  Plan plan() {
    if (!project.services().isEmpty()) {
      ServiceOrder.unknown(project, options.services()).forEach(plan::fail);
    }
    if (options.volumes() == PlanOptions.VolumeRemoval.REMOVED) {
      stops.leaving().announce(leaving());
    }
    removeContainers();
    removeOrphans();
    tellOfDisabled();
    removeNetworks();
    stops.removeFiles();
    removeVolumes();
    stops.leaving().conclude(stops);
    removeImages();
    OtherFolders.tell(project, observed, plan);
    if (plan.isEmpty() && inventory.containers().isEmpty()) {
      plan.tell(new Notice.NothingFound(project.name()));
    }
    return plan.build();
  }

  /// The containers that go.
  private List<ObservedContainer> leaving() {
    var leaving = new ArrayList<ObservedContainer>();
    order.services().forEach(service -> leaving.addAll(inventory.all(service.name())));
    if (options.orphans() == PlanOptions.Orphans.REMOVED) {
      leaving.addAll(inventory.orphans());
    }
    return leaving;
  }

  private void removeContainers() {
    var reverse = new ReverseOrder(order);
    for (Service service : reverse.services()) {
      var before = reverse.before(service);
      var steps = new ArrayList<StepId>();
      for (ObservedContainer container : inventory.all(service.name())) {
        var stopped = stops.stop(container, before, new Cause.Requested());
        if (container.status().isUp()) {
          steps.addAll(stopped);
        }
        remove(container, before, new Cause.Requested());
      }
      reverse.stopped(service, steps);
    }
  }

  private void remove(ObservedContainer container, List<StepId> before, Cause cause) {
    var volumes =
        switch (options.volumes()) {
          case KEPT -> Operation.AnonymousVolumes.KEEP;
          case REMOVED -> Operation.AnonymousVolumes.REMOVE;
        };
    removed.put(container, stops.remove(container, volumes, before, cause));
  }

  private void removeOrphans() {
    var orphans =
        inventory.orphans().stream().filter(orphan -> !removed.containsKey(orphan)).toList();
    switch (options.orphans()) {
      case REMOVED -> orphans.forEach(orphan -> remove(orphan, List.of(), new Cause.Orphaned()));
      case REPORTED -> {
        if (!orphans.isEmpty()) {
          plan.tell(new Notice.Orphans(orphans.stream().map(ObservedContainer::name).toList()));
        }
      }
      case IGNORED -> {}
    }
  }

  /// Who takes all down that the files say would not expect anything to go on.
  private void tellOfDisabled() {
    var left =
        project.disabledServices().keySet().stream()
            .flatMap(service -> inventory.replicas(service).stream())
            .filter(container -> !removed.containsKey(container))
            .map(ObservedContainer::name)
            .toList();
    if (options.services().isEmpty() && !left.isEmpty()) {
      plan.tell(new Notice.NotEnabled(left));
    }
  }

  private void removeNetworks() {
    var external = new TreeSet<String>();
    project.networks().values().stream()
        .filter(Network::external)
        .forEach(network -> external.add(network.name()));
    var used = used(Names::networks);
    for (ObservedNetwork network : inventory.networks()) {
      if (inventory.isOurs(network.label(Labels.PROJECT))
          && !external.contains(network.name())
          && (options.services().isEmpty() || used.contains(network.name()))) {
        removeUnlessUsed(
            new Operation.RemoveNetwork(network.id(), network.name()),
            container -> container.endpoints().containsKey(network.name()));
      }
    }
  }

  private void removeVolumes() {
    if (options.volumes() == PlanOptions.VolumeRemoval.KEPT) {
      return;
    }
    var external = new TreeSet<String>();
    project.volumes().values().stream()
        .filter(Volume::external)
        .forEach(volume -> external.add(volume.name()));
    var used = used(Names::volumes);
    for (ObservedVolume volume : inventory.volumes()) {
      if (inventory.isOurs(volume.label(Labels.PROJECT))
          && volume.label(Labels.FILES_VOLUME).isEmpty()
          && volume.label(Labels.LEAVING).isEmpty()
          && !external.contains(volume.name())
          && (options.services().isEmpty() || used.contains(volume.name()))) {
        removeUnlessUsed(
            new Operation.RemoveVolume(volume.name()), container -> container.uses(volume.name()));
      }
    }
    stops.removeTakenOver(removed.keySet());
  }

  private void removeImages() {
    var references = new TreeSet<String>();
    for (Service service : order.services()) {
      var image = Names.image(project, service);
      var goes =
          switch (options.images()) {
            case NONE -> false;
            case LOCAL -> image.equals(Names.builtImage(project, service));
            case ALL -> true;
          };
      if (goes && isThere(image)) {
        references.add(image);
      }
    }
    for (String reference : references) {
      removeUnlessUsed(
          new Operation.RemoveImage(reference),
          container -> container.image().reference().equals(reference));
    }
  }

  /// Without files only the containers tell of images.
  private boolean isThere(String image) {
    return inventory.image(image).isPresent()
        || removed.keySet().stream()
            .anyMatch(container -> container.image().reference().equals(image));
  }

  private Set<String> used(BiFunction<Project, Service, List<String>> names) {
    var used = new TreeSet<String>();
    order.services().forEach(service -> used.addAll(names.apply(project, service)));
    return used;
  }

  private void removeUnlessUsed(Operation removal, Predicate<ObservedContainer> uses) {
    var left =
        inventory.containers().stream()
            .filter(container -> !removed.containsKey(container))
            .filter(uses)
            .map(ObservedContainer::name)
            .toList();
    if (!left.isEmpty()) {
      plan.tell(new Notice.InUse(removal.subject(), left));
      return;
    }
    var before =
        removed.entrySet().stream()
            .filter(entry -> uses.test(entry.getKey()))
            .map(entry -> entry.getValue())
            .toList();
    plan.add(removal, before, new Cause.Requested());
  }
}
