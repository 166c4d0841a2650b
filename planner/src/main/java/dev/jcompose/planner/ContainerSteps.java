package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Makes steps of what was decided about the replicas of services.
final class ContainerSteps {
  private final Project project;
  private final PlanOptions.Up options;
  private final PlanBuilder plan;
  private final SequencedMap<ServiceName, Fate.OfService> fates;
  private final Standing.Register register;
  private final Stops stops;
  private final Waits waits;
  private final Specs specs;

  ContainerSteps(
      Project project,
      PlanOptions.Up options,
      PlanBuilder plan,
      SequencedMap<ServiceName, Fate.OfService> fates,
      Tools tools) {
    this.project = project;
    this.options = options;
    this.plan = plan;
    this.fates = fates;
    this.register = tools.register();
    this.stops = tools.stops();
    this.waits = tools.waits();
    this.specs = tools.specs();
  }

  /// What adds steps for this class.
  record Tools(Standing.Register register, Stops stops, Waits waits, Specs specs) {}

  /// What is the same for all replicas of a service.
  ///
  /// @param before the steps a new container of the service comes after
  /// @param gate the steps a start comes after
  private record Common(
      Service service,
      ImageRef image,
      ConfigHash hash,
      List<FileUpload> uploads,
      List<StepId> before,
      List<StepId> gate,
      PreStart hooks) {}

  /// Adds the steps of one service; those it depends on have been added.
  ///
  /// @param before the steps a new container of the service comes after
  /// @param joined the steps after which those that stay are where they were
  void add(
      Fate.OfService fate,
      ImageSteps allImages,
      ConfigHash hash,
      Collection<StepId> before,
      Collection<StepId> joined) {
    var images = allImages.all();
    var service = fate.service();
    var starts = fate.acts() && options.until() != PlanOptions.Until.CREATED;
    var gate = new ArrayList<>(joined);
    if (starts) {
      gate.addAll(waits.before(service));
    }
    var afterRemovals = new ArrayList<>(before);
    for (Fate.Removal removal : fate.removals()) {
      afterRemovals.add(
          stops.remove(
              removal.container(), Operation.AnonymousVolumes.KEEP, images, removal.cause()));
    }
    afterRemovals.addAll(specs.before(service));
    var swept = new ArrayList<StepId>();
    for (ObservedContainer hook : fate.hooks()) {
      swept.add(
          stops.remove(hook, Operation.AnonymousVolumes.REMOVE, List.of(), new Cause.LeftByHook()));
    }
    var hooks =
        new PreStart(
            plan,
            specs,
            hook -> allImages.of(service, hook),
            service,
            swept,
            fate.keepsRunning() ? PreStart.When.ANOTHER_RUNS : PreStart.When.NONE_RUNS);
    var uploads = fate.acts() ? specs.grants(service).uploads() : List.<FileUpload>of();
    var common =
        new Common(service, allImages.of(service), hash, uploads, afterRemovals, gate, hooks);
    for (Fate replica : fate.replicas()) {
      register.add(service.name(), add(common, replica));
    }
  }

  private Standing add(Common common, Fate fate) {
    return switch (fate) {
      case Fate.Keep(int number, var container) -> keep(common, number, container);
      case Fate.Start(int number, var container, var cause) ->
          start(common, number, container, cause);
      case Fate.Restart(_, var container, var cause) -> restart(common, container, cause);
      case Fate.Recreate(int number, var container, var cause) ->
          recreate(common, number, container, cause);
      case Fate.Renew(int number, var container, var cause) -> {
        var heir = inherited(container);
        yield create(common, number, new Specs.Replaced(heir, heir), cause);
      }
      case Fate.Create(int number, var cause) -> create(common, number, Specs.Replaced.NONE, cause);
    };
  }

  private Standing keep(Common common, int number, ObservedContainer container) {
    if (container.status().state() == ContainerStatus.State.PAUSED) {
      plan.tell(new Notice.Paused(container.name()));
    }
    var renamed = finishRename(common, number, container);
    return renamed.isEmpty()
        ? Standing.untouched(container)
        : new Standing(
            container.ref(),
            List.of(),
            new ContainerRef.Existing(
                container.id(), Names.container(project, common.service(), number)),
            List.of(),
            Optional.of(container));
  }

  private Standing start(Common common, int number, ObservedContainer container, Cause cause) {
    var ready = finishRename(common, number, container);
    var name =
        ready.isEmpty() ? container.name() : Names.container(project, common.service(), number);
    var ref = new ContainerRef.Existing(container.id(), name);
    if (container.status().state() == ContainerStatus.State.CREATED) {
      ready = upload(common, ref, ready, cause);
    }
    return standing(ref, List.of(), started(common, number, ref, ready, cause));
  }

  /// A recreate that was interrupted after the old container was gone lacks only the name.
  private List<StepId> finishRename(Common common, int number, ObservedContainer container) {
    if (!Names.isTemporary(container)) {
      return List.of();
    }
    var ref = container.ref();
    var name = Names.container(project, common.service(), number);
    return List.of(
        plan.add(
            new Operation.RenameContainer(ref, name), common.before(), new Cause.Unfinished()));
  }

  private Standing restart(Common common, ObservedContainer container, Cause cause) {
    var ref = container.ref();
    var before = new ArrayList<>(stops.stop(container, common.gate(), cause));
    before.addAll(common.gate());
    return standing(ref, List.of(), List.of(plan.start(common.service(), ref, before, cause)));
  }

  private Standing create(Common common, int number, Specs.Replaced replaced, Cause cause) {
    var name = Names.container(project, common.service(), number);
    var spec = specs.of(common.service(), number, name, common.image(), common.hash(), replaced);
    var created = plan.add(new Operation.CreateContainer(spec), common.before(), cause);
    var ref = new ContainerRef.Made(created, name);
    var ready = upload(common, ref, List.of(created), cause);
    return standing(ref, List.of(created), started(common, number, ref, ready, cause));
  }

  /// The old container goes only when the new one exists and what it waits for is there.
  private Standing recreate(Common common, int number, ObservedContainer old, Cause cause) {
    var name = Names.container(project, common.service(), number);
    var early = Names.temporary(old, name);
    var replaced = new Specs.Replaced(Optional.of(old), inherited(old));
    var spec = specs.of(common.service(), number, early, common.image(), common.hash(), replaced);
    var created = plan.add(new Operation.CreateContainer(spec), common.before(), cause);
    var earlyRef = new ContainerRef.Made(created, early);
    var ready = new ArrayList<>(upload(common, earlyRef, List.of(created), cause));
    ready.addAll(stopDependents(common.service(), List.copyOf(ready)));
    ready.addAll(common.gate());
    var volumes =
        switch (options.anonymousVolumes()) {
          case TAKEN_OVER -> Operation.AnonymousVolumes.KEEP;
          case RENEWED -> Operation.AnonymousVolumes.REMOVE;
        };
    var removed = stops.remove(old, volumes, ready, cause);
    if (volumes == Operation.AnonymousVolumes.REMOVE) {
      for (String volume : old.takenOver()) {
        stops.leaving().remove(volume, List.of(removed), cause);
      }
    }
    var renamed = plan.add(new Operation.RenameContainer(earlyRef, name), List.of(removed), cause);
    var ref = new ContainerRef.Made(created, name);
    return new Standing(
        earlyRef,
        List.of(created),
        ref,
        started(common, number, ref, List.of(renamed), cause),
        Optional.empty());
  }

  private Optional<ObservedContainer> inherited(ObservedContainer old) {
    return switch (options.anonymousVolumes()) {
      case TAKEN_OVER -> Optional.of(old);
      case RENEWED -> Optional.empty();
    };
  }

  /// Services that are to be restarted with this one are stopped before it.
  private List<StepId> stopDependents(Service service, List<StepId> after) {
    var steps = new ArrayList<StepId>();
    var cause = new Cause.DependencyRecreated(service.name());
    for (Fate.OfService dependent : fates.values()) {
      var dependency = dependent.service().lifecycle().dependsOn().get(service.name());
      if (dependency != null
          && dependency.restart()
          && options.until() != PlanOptions.Until.CREATED) {
        for (Fate fate : dependent.replicas()) {
          running(fate).ifPresent(c -> steps.addAll(stops.stop(c, after, cause)));
        }
      }
    }
    return steps;
  }

  private static Optional<ObservedContainer> running(Fate fate) {
    return switch (fate) {
      case Fate.Restart(_, var container, _) -> Optional.of(container);
      case Fate.Recreate(_, var container, _) -> Optional.of(container);
      case Fate.Keep _, Fate.Start _, Fate.Renew _, Fate.Create _ -> Optional.empty();
    };
  }

  private List<StepId> upload(Common common, ContainerRef ref, List<StepId> after, Cause cause) {
    return common.uploads().isEmpty()
        ? after
        : List.of(plan.add(new Operation.UploadFiles(ref, common.uploads()), after, cause));
  }

  private List<StepId> started(
      Common common, int number, ContainerRef ref, Collection<StepId> after, Cause cause) {
    if (options.until() == PlanOptions.Until.CREATED) {
      return List.of();
    }
    var before = new ArrayList<>(after);
    before.addAll(common.gate());
    before.addAll(common.hooks().before(number, ref, before, cause));
    return List.of(plan.start(common.service(), ref, before, cause));
  }

  private static Standing standing(ContainerRef ref, List<StepId> made, List<StepId> started) {
    return new Standing(ref, made, ref, started, Optional.empty());
  }
}
