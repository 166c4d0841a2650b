package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Fetches and builds images. Everything else comes after all of these steps.
///
/// A service with a `build` section is built when its image is not there; it is only fetched when
/// it asks for that with a pull policy of its own.
final class ImageSteps {
  private final Project project;
  private final Inventory inventory;
  private final PlanBuilder plan;
  private final Map<String, StepId> steps = new LinkedHashMap<>();

  ImageSteps(Project project, Inventory inventory, PlanBuilder plan) {
    this.project = project;
    this.inventory = inventory;
    this.plan = plan;
  }

  /// For services whose containers come next: an image that cannot be had is a problem.
  ///
  /// @param replicated those whose replicas come to match the project; of the others one container
  ///   more is made
  void addForContainers(
      List<Service> services, PlanOptions.Images wanted, Collection<ServiceName> replicated) {
    for (Service service : services) {
      if (service.lifecycle().provider().isEmpty()
          && service.image().isEmpty()
          && service.build().isEmpty()) {
        plan.fail(new Problem.NothingToRun(service.name()));
      }
    }
    add(services, wanted);
    for (Service service : services) {
      var image = Names.image(project, service);
      if (hasImage(service) && steps.containsKey(image)) {
        if (replicated.contains(service.name()) && !inventory.replicas(service.name()).isEmpty()) {
          plan.tell(new Notice.ImageMayChange(service.name(), image));
        }
      } else if (hasImage(service)
          && (service.replicas() > 0 || !replicated.contains(service.name()))
          && inventory.image(image).isEmpty()) {
        plan.fail(new Problem.NoImage(service.name(), image));
      }
    }
  }

  /// For the images' own sake.
  void addBuilds(List<Service> services, PlanOptions.Images wanted) {
    for (Service service : services) {
      if (hasImage(service) && action(service, wanted) == Action.BUILD) {
        add(service, Builds.of(project, service));
      }
    }
  }

  /// Builds go first, for what is built need not be fetched.
  private void add(List<Service> services, PlanOptions.Images wanted) {
    addBuilds(services, wanted);
    for (Service service : services) {
      for (Hook hook : service.lifecycle().hooks().preStart()) {
        var image = Names.image(project, service, hook);
        if (!image.equals(Names.image(project, service))
            && pull(wanted.pull(), inventory.image(image)) == Action.PULL) {
          add(image, pullOf(service, image, Optional.empty()));
        }
      }
      if (hasImage(service) && action(service, wanted) == Action.PULL) {
        add(
            service,
            pullOf(service, Names.image(project, service), service.namespaces().platform()));
      }
    }
  }

  private static Operation pullOf(Service service, String image, Optional<String> platform) {
    return new Operation.PullImage(service.name(), image, platform, Operation.OnFailure.STOP);
  }

  private static boolean hasImage(Service service) {
    return service.lifecycle().provider().isEmpty()
        && (service.image().isPresent() || service.build().isPresent());
  }

  private void add(Service service, Operation operation) {
    add(Names.image(project, service), operation);
  }

  private void add(String image, Operation operation) {
    if (!steps.containsKey(image)) {
      var isMissing = inventory.image(image).isEmpty();
      var cause = isMissing ? new Cause.Missing() : new Cause.Requested();
      steps.put(image, plan.add(operation, List.of(), cause));
    }
  }

  private enum Action {
    PULL,
    BUILD,
    NOTHING
  }

  private Action action(Service service, PlanOptions.Images wanted) {
    var observed = inventory.image(Names.image(project, service));
    return service.build().isPresent()
        ? actionForBuilt(service, wanted, observed)
        : pull(wanted.pull().or(service.lifecycle()::pullPolicy), observed);
  }

  private static Action actionForBuilt(
      Service service, PlanOptions.Images wanted, Optional<ObservedImage> observed) {
    var declared = service.lifecycle().pullPolicy();
    return switch (wanted.build()) {
      case ALWAYS -> Action.BUILD;
      case NEVER ->
          service.image().isPresent()
              ? pull(wanted.pull().or(() -> declared), observed)
              : Action.NOTHING;
      case MISSING ->
          switch (declared.orElseGet(PullPolicy.Missing::new)) {
            case PullPolicy.Build() -> Action.BUILD;
            case PullPolicy.Missing() -> observed.isEmpty() ? Action.BUILD : Action.NOTHING;
            case PullPolicy.Always() -> pull(declared, observed);
            case PullPolicy.Never() -> Action.NOTHING;
            case PullPolicy.Refresh _ -> pull(declared, observed);
          };
    };
  }

  /// An image of which it is not known when it was fetched last counts as old.
  private static Action pull(Optional<PullPolicy> policy, Optional<ObservedImage> observed) {
    var ifMissing = observed.isEmpty() ? Action.PULL : Action.NOTHING;
    return switch (policy.orElseGet(PullPolicy.Missing::new)) {
      case PullPolicy.Always() -> Action.PULL;
      case PullPolicy.Never() -> Action.NOTHING;
      case PullPolicy.Missing() -> ifMissing;
      case PullPolicy.Build() -> ifMissing;
      case PullPolicy.Refresh(_, Duration every) ->
          observed
                  .flatMap(ObservedImage::sinceTagged)
                  .filter(since -> since.compareTo(every) <= 0)
                  .isPresent()
              ? Action.NOTHING
              : Action.PULL;
    };
  }

  /// All of them.
  List<StepId> all() {
    return new ArrayList<>(steps.values());
  }

  /// What the service's containers are made from.
  ImageRef of(Service service) {
    return of(Names.image(project, service));
  }

  /// What the container of a hook is made from.
  ImageRef of(Service service, Hook hook) {
    return of(Names.image(project, service, hook));
  }

  private ImageRef of(String reference) {
    var step = steps.get(reference);
    return step != null
        ? new ImageRef.Made(step, reference)
        : new ImageRef.Present(
            reference,
            inventory.image(reference).map(ObservedImage::id).orElseGet(() -> new ImageId("")));
  }
}
