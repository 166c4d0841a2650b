package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Hook;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.VolumesFrom;
import dev.jcompose.planner.SharedNamespaces.Namespace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Describes containers to be made.
final class Specs {
  private final Project project;
  private final Inventory inventory;
  private final Standing.Register register;
  private final PlanBuilder plan;

  Specs(Project project, Inventory inventory, Standing.Register register, PlanBuilder plan) {
    this.project = project;
    this.inventory = inventory;
    this.register = register;
    this.plan = plan;
  }

  /// A container of the service.
  ///
  /// @param name what it is created as
  /// @param replaced what it has to do with a container it takes the place of
  ContainerSpec of(
      Service service,
      int number,
      String name,
      ImageRef image,
      ConfigHash hash,
      Replaced replaced) {
    var labels = new LinkedHashMap<>(Labelling.of(project, service, number, hash));
    if (replaced.container().isPresent()) {
      labels.put(
          Labels.REPLACE,
          service.lifecycle().containerName().orElseGet(() -> service.name() + "-" + number));
    }
    var known =
        switch (image) {
          case ImageRef.Present(String reference, _) -> inventory.image(reference);
          case ImageRef.Made _ -> Optional.<ObservedImage>empty();
        };
    var mounts = grants(service).over(new Mounts(project, replaced.inherited()).of(service, known));
    return new ContainerSpec(
        name,
        new Replica(service.name(), number),
        image,
        service,
        Ordered.map(labels),
        mounts,
        new Endpoints(project).of(service, Names.container(project, service, number)),
        namespaces(service),
        inventory.contents(service));
  }

  /// A container beside the replicas.
  ///
  /// @param service what it is made from
  ContainerSpec oneOff(Service service, OneOff oneOff, ImageRef image, ConfigHash hash) {
    return new ContainerSpec(
        oneOff.nameIn(project),
        new Replica(service.name(), 0),
        image,
        service,
        Labelling.ofOneOff(project, service, oneOff, hash),
        grants(service).over(new Mounts(project, Optional.empty()).of(service, Optional.empty())),
        new Endpoints(project).ofOneOff(service, oneOff),
        namespaces(service),
        inventory.contents(service),
        Optional.of(oneOff));
  }

  /// The configs and secrets of a service.
  Grants grants(Service service) {
    return Grants.of(project, service, inventory.hostFiles(), plan);
  }

  /// A container in which a `pre_start` hook of the service runs: as a replica, but without ports,
  /// health check and restarts, and with the volumes of the replica that starts after it.
  ContainerSpec hook(
      Service service, Hook hook, int index, int number, ImageRef image, ContainerRef replica) {
    var name =
        hook.perReplica()
            ? Names.container(project, service, number) + "-pre_start-" + index
            : project.name() + "-" + service.name() + "-pre_start-" + index;
    var changed = HookService.of(service, hook);
    var shared = namespaces(service);
    return new ContainerSpec(
        name,
        new Replica(service.name(), number),
        image,
        changed,
        Labelling.ofHook(project, service, index),
        List.of(),
        new Endpoints(project).of(changed, name),
        new SharedNamespaces(
            shared.network(),
            shared.ipc(),
            shared.pid(),
            List.of(
                new SharedNamespaces.VolumesOf(
                    new SharedNamespaces.Container.Own(replica), Optional.empty())),
            shared.owners()),
        FileContents.NONE);
  }

  /// What a new container has to do with an old one.
  ///
  /// @param container the one that is replaced while it still exists
  /// @param inherited the one whose anonymous volumes are taken over
  record Replaced(Optional<ObservedContainer> container, Optional<ObservedContainer> inherited) {
    static final Replaced NONE = new Replaced(Optional.empty(), Optional.empty());
  }

  private SharedNamespaces namespaces(Service service) {
    var volumesFrom = new ArrayList<SharedNamespaces.VolumesOf>();
    for (VolumesFrom volumes : service.storage().volumesFrom()) {
      container(service, volumes.source())
          .ifPresent(container ->
              volumesFrom.add(new SharedNamespaces.VolumesOf(container, volumes.mode())));
    }
    return new SharedNamespaces(
        service.networking().mode().flatMap(mode -> namespace(service, mode)),
        service.namespaces().ipc().flatMap(mode -> namespace(service, mode)),
        service.namespaces().pid().flatMap(mode -> namespace(service, mode)),
        volumesFrom,
        owners(service));
  }

  private SequencedMap<ServiceName, ContainerRef> owners(Service service) {
    var owners = new LinkedHashMap<ServiceName, ContainerRef>();
    for (ServiceName name : ServiceOrder.sharesWith(service)) {
      first(service, name).ifPresent(container -> owners.put(name, container));
    }
    return owners;
  }

  private Optional<Namespace> namespace(Service service, NamespaceMode mode) {
    return switch (mode) {
      case NamespaceMode.OfService(ServiceName name) ->
          first(service, name).map(Namespace.OfContainer::new);
      case NamespaceMode.OfContainer _ -> Optional.of(new Namespace.Word(mode.text()));
      case NamespaceMode.Named(String word) -> Optional.of(new Namespace.Word(word));
    };
  }

  private Optional<SharedNamespaces.Container> container(
      Service service, VolumesFrom.Source source) {
    return switch (source) {
      case VolumesFrom.Source.OfService(ServiceName name) ->
          first(service, name).map(SharedNamespaces.Container.Own::new);
      case VolumesFrom.Source.OfContainer(String container) ->
          Optional.of(new SharedNamespaces.Container.Outside(container));
    };
  }

  /// The first replica of a service, as soon as it exists.
  private Optional<ContainerRef> first(Service service, ServiceName from) {
    var planned = register.of(from).stream().findFirst().map(Standing::early);
    var first =
        planned.or(() -> inventory.replicas(from).stream().findFirst().map(ObservedContainer::ref));
    if (first.isEmpty()) {
      plan.fail(new Problem.NoContainerToShare(service.name(), from));
    }
    return first;
  }

  /// The steps after which the containers whose namespaces or volumes the service uses exist.
  List<StepId> before(Service service) {
    return ServiceOrder.sharesWith(service).stream()
        .flatMap(name -> register.of(name).stream().limit(1))
        .flatMap(standing -> standing.made().stream())
        .toList();
  }
}
