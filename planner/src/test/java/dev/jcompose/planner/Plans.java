package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// What tests say about plans.
final class Plans {
  static final PlanOptions.Down DOWN =
      new PlanOptions.Down(
          List.of(),
          PlanOptions.Orphans.REPORTED,
          PlanOptions.VolumeRemoval.KEPT,
          PlanOptions.ImageRemoval.NONE,
          Optional.empty());

  private Plans() {}

  static void assertPlan(Plan plan, String text) {
    assertThat(plan).hasToString(text.strip());
  }

  static void assertSettled(World world, Project project) {
    assertThat(world.plan(project)).hasToString("");
  }

  static PlanOptions.Up upOf(String... services) {
    var names = Stream.of(services).map(ServiceName::new).toList();
    var d = PlanOptions.Up.DEFAULTS;
    return up(names, d.recreate(), d.anonymousVolumes(), d.orphans(), d.images(), d.until());
  }

  static PlanOptions.Up up(PlanOptions.Until until) {
    var d = PlanOptions.Up.DEFAULTS;
    return up(d.services(), d.recreate(), d.anonymousVolumes(), d.orphans(), d.images(), until);
  }

  static PlanOptions.Up up(PlanOptions.Recreate recreate) {
    var d = PlanOptions.Up.DEFAULTS;
    return up(d.services(), recreate, d.anonymousVolumes(), d.orphans(), d.images(), d.until());
  }

  static PlanOptions.Up up(PlanOptions.AnonymousOnRecreate volumes) {
    var d = PlanOptions.Up.DEFAULTS;
    return up(d.services(), d.recreate(), volumes, d.orphans(), d.images(), d.until());
  }

  static PlanOptions.Up up(PlanOptions.Orphans orphans) {
    var d = PlanOptions.Up.DEFAULTS;
    return up(d.services(), d.recreate(), d.anonymousVolumes(), orphans, d.images(), d.until());
  }

  static PlanOptions.Up up(PlanOptions.Images images) {
    var d = PlanOptions.Up.DEFAULTS;
    return up(d.services(), d.recreate(), d.anonymousVolumes(), d.orphans(), images, d.until());
  }

  private static PlanOptions.Up up(
      List<ServiceName> services,
      PlanOptions.Recreate recreate,
      PlanOptions.AnonymousOnRecreate volumes,
      PlanOptions.Orphans orphans,
      PlanOptions.Images images,
      PlanOptions.Until until) {
    return new PlanOptions.Up(
        services,
        PlanOptions.Dependencies.INCLUDED,
        recreate,
        PlanOptions.Recreate.DIVERGED,
        volumes,
        orphans,
        images,
        until,
        Optional.empty(),
        List.of());
  }

  static Plan of(Operation operation) {
    var builder = new PlanBuilder();
    builder.add(operation, List.of(), new Cause.Requested());
    return builder.build();
  }

  static ContainerSpec container(Plan plan, String name) {
    return plan.steps().stream()
        .map(Step::operation)
        .filter(Operation.CreateContainer.class::isInstance)
        .map(operation -> ((Operation.CreateContainer) operation).container())
        .filter(container -> container.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name + " in\n" + plan));
  }

  /// The digest of a service whose `network_mode` names another container.
  static String hash(Service service, String placeholder, String owner) {
    assertThat(service.networking().mode()).contains(new NamespaceMode.OfContainer(placeholder));
    var other = service.networking().withMode(new NamespaceMode.OfContainer(owner));
    return Yaml.HASHER.hash(service.withNetworking(other)).value();
  }

  /// The container with what an inspection tells, which is as little as possible but for these
  /// variables.
  static ObservedContainer inspected(ObservedContainer c, String... environment) {
    var variables = new LinkedHashMap<String, String>();
    for (String variable : environment) {
      var parts = variable.split("=", 2);
      variables.put(parts[0], parts[1]);
    }
    var details =
        new ContainerDetails(
            List.of(),
            List.of(),
            Ordered.map(variables),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Ordered.map(Map.of("restart", "no")),
            List.of(),
            List.of());
    return with(c, details);
  }

  static ObservedContainer with(ObservedContainer c, ContainerDetails details) {
    return new ObservedContainer(
        c.id(),
        c.name(),
        c.image(),
        c.labels(),
        c.status(),
        c.endpoints(),
        c.mounts(),
        c.ports(),
        c.command(),
        c.created(),
        Optional.of(details));
  }
}
