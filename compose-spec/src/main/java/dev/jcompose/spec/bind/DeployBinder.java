package dev.jcompose.spec.bind;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeployResources.GenericResource;
import dev.jcompose.model.DeployResources.Limits;
import dev.jcompose.model.DeployResources.Reservations;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.Develop;
import dev.jcompose.model.Placement;
import dev.jcompose.model.Rollout;
import dev.jcompose.model.WatchRule;
import java.nio.file.Path;

/// Binds how replicas are run and replaced, and what happens while sources change.
final class DeployBinder {
  private DeployBinder() {}

  static Deploy bind(Attributes deploy) {
    return new Deploy(
        deploy.text("mode"),
        deploy.small("replicas"),
        deploy.text("endpoint_mode"),
        deploy.pairs("labels"),
        deploy.mapping("resources").map(DeployBinder::resources),
        deploy.mapping("restart_policy").map(DeployBinder::restart),
        deploy.mapping("placement").map(DeployBinder::placement),
        deploy.mapping("update_config").map(DeployBinder::rollout),
        deploy.mapping("rollback_config").map(DeployBinder::rollout),
        deploy.extensions());
  }

  private static DeployResources resources(Attributes resources) {
    return new DeployResources(
        resources
            .mapping("limits")
            .map(limits ->
                new Limits(
                    limits.decimal("cpus"),
                    limits.size("memory"),
                    limits.whole("pids"),
                    limits.extensions())),
        resources.mapping("reservations").map(DeployBinder::reservations),
        resources.extensions());
  }

  private static Reservations reservations(Attributes reservations) {
    return new Reservations(
        reservations.decimal("cpus"),
        reservations.size("memory"),
        ResourcesBinder.requests(reservations, "devices"),
        reservations.mappings("generic_resources").stream()
            .flatMap(generic ->
                generic
                    .mapping("discrete_resource_spec")
                    .map(spec -> resource(generic, spec))
                    .stream())
            .toList(),
        reservations.extensions());
  }

  private static GenericResource resource(Attributes generic, Attributes spec) {
    return new GenericResource(
        spec.text("kind").orElse(""),
        spec.whole("value").orElse(0L),
        generic.extensions(),
        spec.extensions());
  }

  private static DeployRestart restart(Attributes restart) {
    return new DeployRestart(
        restart.text("condition"),
        restart.duration("delay"),
        restart.whole("max_attempts"),
        restart.duration("window"),
        restart.extensions());
  }

  private static Placement placement(Attributes placement) {
    return new Placement(
        placement.texts("constraints"),
        placement.mappings("preferences").stream()
            .map(given ->
                new Placement.Preference(given.text("spread").orElse(""), given.extensions()))
            .toList(),
        placement.whole("max_replicas_per_node"),
        placement.extensions());
  }

  private static Rollout rollout(Attributes rollout) {
    return new Rollout(
        rollout.whole("parallelism"),
        rollout.duration("delay"),
        rollout.text("failure_action"),
        rollout.duration("monitor"),
        rollout.decimal("max_failure_ratio"),
        rollout.text("order"),
        rollout.extensions());
  }

  static Develop develop(Attributes develop) {
    return new Develop(
        develop.mappings("watch").stream().map(DeployBinder::watch).toList(), develop.extensions());
  }

  private static WatchRule watch(Attributes rule) {
    return new WatchRule(
        rule.file("path").orElse(Path.of("")),
        rule.text("action").orElse(""),
        rule.text("target"),
        rule.mapping("exec").map(ExecutionBinder::hook),
        rule.texts("ignore"),
        rule.texts("include"),
        rule.flag("initial_sync"),
        rule.extensions());
  }
}
