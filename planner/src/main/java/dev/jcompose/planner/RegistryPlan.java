package dev.jcompose.planner;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Fetches images from registries, or sends them there, each once.
final class RegistryPlan {
  private final Project project;
  private final Inventory inventory;
  private final PlanBuilder plan = new PlanBuilder();
  private final Set<String> seen = new HashSet<>();

  RegistryPlan(Project project, ObservedState observed) {
    this.project = project;
    this.inventory = new Inventory(project, observed);
  }

  Plan pull(PlanOptions.PullImages options) {
    for (Service service : services(options, options.dependencies())) {
      boolean buildable = service.build().isPresent();
      if (service.image().isPresent()
          && !(buildable && options.buildable() == PlanOptions.PullImages.Buildable.LEFT_OUT)) {
        var image = Names.image(project, service);
        pull(options, service, image, service.namespaces().platform());
      }
      for (Hook hook : service.lifecycle().hooks().preStart()) {
        if (hook.image().isPresent()) {
          pull(options, service, Names.image(project, service, hook), Optional.empty());
        }
      }
    }
    return plan.build();
  }

  private void pull(
      PlanOptions.PullImages options, Service service, String image, Optional<String> platform) {
    var policy = options.policy().or(service.lifecycle()::pullPolicy);
    if (isFetched(policy.orElseGet(PullPolicy.Always::new), image) && seen.add(image)) {
      add(
          new Operation.PullImage(service.name(), image, platform, options.onFailure()),
          inventory.image(image).isEmpty() ? new Cause.Missing() : new Cause.Requested());
    }
  }

  /// A period only says how long one may do without: who asks for an image gets it.
  private boolean isFetched(PullPolicy policy, String image) {
    return switch (policy) {
      case PullPolicy.Always(), PullPolicy.Refresh _ -> true;
      case PullPolicy.Missing() -> inventory.image(image).isEmpty();
      case PullPolicy.Never(), PullPolicy.Build() -> false;
    };
  }

  Plan push(PlanOptions.PushImages options) {
    for (Service service : services(options, options.dependencies())) {
      if (service.build().isPresent() && service.image().isPresent()) {
        var images = new ArrayList<String>();
        images.add(Names.image(project, service));
        images.addAll(service.build().get().output().tags());
        for (String image : images) {
          if (seen.add(image)) {
            add(
                new Operation.PushImage(service.name(), image, options.onFailure()),
                new Cause.Requested());
          }
        }
      }
    }
    return plan.build();
  }

  private List<Service> services(PlanOptions options, PlanOptions.Dependencies dependencies) {
    return ServiceOrder.of(project, options.services(), dependencies).services().stream()
        .filter(service -> service.lifecycle().provider().isEmpty())
        .toList();
  }

  private void add(Operation operation, Cause cause) {
    var _ = plan.add(operation, List.of(), cause);
  }
}
