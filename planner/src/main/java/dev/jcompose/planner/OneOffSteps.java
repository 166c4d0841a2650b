package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// Makes the container of `run`, and starts it if that is wanted.
final class OneOffSteps {
  private final PlanOptions.Run options;
  private final PlanBuilder plan;
  private final Service service;

  /// @param declared the service as the project has it
  OneOffSteps(Project project, Service declared, PlanOptions.Run options, PlanBuilder plan) {
    this.options = options;
    this.plan = plan;
    this.service = options.container().made(alone(declared), project);
  }

  /// Without dependencies when they are left alone.
  private Service alone(Service declared) {
    return switch (options.around().dependencies()) {
      case INCLUDED -> declared;
      case LEFT_ALONE -> declared.withLifecycle(declared.lifecycle().withDependsOn(Ordered.map()));
    };
  }

  /// What the container is made from.
  Service service() {
    return service;
  }

  /// Adds the steps. Nothing is made before what the service waits for is there: if that fails,
  /// nothing is left behind.
  ///
  /// @param before the steps that the container comes after
  void add(Specs specs, ImageRef image, ConfigHash hash, Collection<StepId> before) {
    var cause = new Cause.Requested();
    var spec = specs.oneOff(service, options.container(), image, hash);
    var after = new ArrayList<>(before);
    after.addAll(specs.before(service));
    var created = plan.add(new Operation.CreateContainer(spec), after, cause);
    var container = new ContainerRef.Made(created, spec.name());
    var uploads = specs.grants(service).uploads();
    var ready =
        uploads.isEmpty()
            ? created
            : plan.add(new Operation.UploadFiles(container, uploads), List.of(created), cause);
    if (options.until() != PlanOptions.Until.CREATED) {
      plan.add(new Operation.StartContainer(container), List.of(ready), cause);
    }
  }
}
