package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/// Plans that the engine comes to match the project. {@link #plan()} lists what is looked at, in
/// order.
final class UpPlan {
  private final Project project;
  private final ObservedState observed;
  private final PlanOptions.Up options;
  private final Definitions definitions;
  private final Inventory inventory;
  private final PlanBuilder plan = new PlanBuilder();
  private final Optional<PlanOptions.Run> run;

  /// All services it is about.
  private final ServiceOrder order;

  /// Those whose replicas come to match the project.
  private final ServiceOrder replicated;

  /// @param run the container to be made beside the replicas
  UpPlan(
      Project project,
      ObservedState observed,
      PlanOptions.Up options,
      Optional<PlanOptions.Run> run,
      Definitions definitions) {
    this.project = project;
    this.observed = observed;
    this.options = options;
    this.definitions = definitions;
    this.inventory = new Inventory(project, observed);
    this.run = run;
    var named = new TreeSet<>(options.services());
    var moved = VolumeSteps.users(project, options.agreed());
    if (!named.isEmpty()) {
      named.addAll(moved);
    }
    this.order = ServiceOrder.of(project, named, options.dependencies());
    this.replicated =
        run.map(PlanOptions.Run::container)
            .map(OneOff::service)
            .filter(name -> !moved.contains(name))
            .map(order::without)
            .orElse(order);
  }

  Plan plan() {
    checkNames();
    var images = new ImageSteps(project, inventory, plan);
    images.addForContainers(order.services(), options.images(), replicated.names());
    var networks = new NetworkSteps(project, inventory, definitions, plan);
    networks.look(order.services());
    var volumes = new VolumeSteps(project, inventory, definitions, plan);
    volumes.look(order.services(), options.agreed());
    var divergence = new Divergence(project, inventory, definitions);
    var decision =
        new Fates(
            replicated, inventory, divergence, options, volumes.replaced(), networks.changed());
    var fates = decision.decide();

    var stops = new Stops(project, inventory, plan, options.stopTimeout());
    if (options.anonymousVolumes() == PlanOptions.AnonymousOnRecreate.RENEWED) {
      stops.leaving().announce(recreated(fates.values()));
    }
    var orphans =
        new OrphanSteps(inventory, stops, plan)
            .add(options.orphans(), volumes.replaced(), images.all());
    networks.add(stops, replaced(fates.values()), restarted(fates.values()), images.all());
    volumes.add(stops, images.all());
    var register = new Standing.Register();
    var waits = new Waits(order, register, plan);
    var specs = new Specs(project, inventory, register, plan);
    var tools = new ContainerSteps.Tools(register, stops, waits, specs);
    var containers = new ContainerSteps(project, options, plan, fates, tools);
    for (Fate.OfService fate : fates.values()) {
      var before = new ArrayList<>(images.all());
      before.addAll(orphans);
      before.addAll(networks.before(fate.service()));
      before.addAll(volumes.before(fate.service()));
      before.addAll(volumes.gone(fate.replicas()));
      var hash = definitions.hash(fate.service(), decision.parents(fate.service()));
      containers.add(fate, images, hash, before, networks.joined(fate.replicas()));
    }
    oneOff()
        .ifPresent(oneOff -> {
          var service = oneOff.service();
          var before = new ArrayList<>(images.all());
          before.addAll(orphans);
          before.addAll(networks.before(service));
          before.addAll(volumes.before(service));
          before.addAll(waits.before(service));
          var hash = definitions.hash(service, decision.parents(service));
          oneOff.add(specs, images.of(service), hash, before);
        });
    networks.removeRenamed(stops);
    stops.leaving().conclude(stops);
    stops.removeFiles();
    if (options.until() == PlanOptions.Until.READY) {
      waits.addForReady(order.services());
    }
    OtherFolders.tell(project, observed, plan);
    ClusterAttributes.notice(acting(fates.values())).ifPresent(plan::tell);
    return plan.build();
  }

  private Optional<OneOffSteps> oneOff() {
    return run.flatMap(wanted ->
        project
            .service(wanted.container().service())
            .map(service -> new OneOffSteps(project, service, wanted, plan)));
  }

  private static List<ObservedContainer> recreated(Collection<Fate.OfService> fates) {
    return fates.stream()
        .flatMap(fate -> fate.replicas().stream())
        .flatMap(replica -> replica.replaced().stream())
        .toList();
  }

  private static Set<ContainerId> replaced(Iterable<Fate.OfService> fates) {
    var ids = new HashSet<ContainerId>();
    for (Fate.OfService fate : fates) {
      fate.replicas().stream()
          .flatMap(replica -> replica.replaced().stream())
          .forEach(container -> ids.add(container.id()));
      fate.removals().forEach(removal -> ids.add(removal.container().id()));
    }
    return ids;
  }

  private static List<Service> acting(Collection<Fate.OfService> fates) {
    return fates.stream().filter(Fate.OfService::acts).map(Fate.OfService::service).toList();
  }

  private static Set<ContainerId> restarted(Iterable<Fate.OfService> fates) {
    var ids = new HashSet<ContainerId>();
    for (Fate.OfService fate : fates) {
      for (Fate replica : fate.replicas()) {
        if (replica instanceof Fate.Restart(_, var container, _)) {
          ids.add(container.id());
        }
      }
    }
    return ids;
  }

  private void checkNames() {
    for (ServiceName name : options.services()) {
      if (project.service(name).isEmpty()) {
        plan.fail(new Problem.NoSuchService(name));
      }
    }
    run.map(PlanOptions.Run::container).ifPresent(this::checkName);
    var owners = new HashMap<String, ServiceName>();
    for (Service service : replicated.services()) {
      service.lifecycle().containerName().ifPresent(name -> checkName(owners, service, name));
    }
  }

  private void checkName(OneOff oneOff) {
    var name = oneOff.nameIn(project);
    if (inventory.containers().stream().anyMatch(container -> container.name().equals(name))) {
      plan.fail(new Problem.NameInUse(oneOff.service(), name));
    }
  }

  private void checkName(Map<String, ServiceName> owners, Service service, String containerName) {
    if (service.replicas() > 1) {
      plan.fail(new Problem.NameOfMany(service.name(), containerName, service.replicas()));
    }
    var other = owners.putIfAbsent(containerName, service.name());
    if (other != null) {
      plan.fail(new Problem.NameTaken(containerName, other, service.name()));
    }
  }
}
