package dev.jcompose.spec.write;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeployResources.Limits;
import dev.jcompose.model.DeployResources.Reservations;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.Develop;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Placement;
import dev.jcompose.model.Rollout;
import dev.jcompose.model.Value;
import dev.jcompose.model.WatchRule;
import java.time.Duration;

/// Writes how replicas are run and replaced, and what happens while sources change.
final class DeployWriter {
  private DeployWriter() {}

  static Value write(Deploy deploy, Form form) {
    Fields fields =
        new Fields(form)
            .text("mode", deploy.mode())
            .count("replicas", deploy.replicas())
            .pairs("labels", deploy.labels())
            .put("update_config", deploy.update().map(rollout -> rollout(rollout, form)))
            .put("rollback_config", deploy.rollback().map(rollout -> rollout(rollout, form)));
    orEmpty("resources", resources(deploy, form), fields);
    fields.put("restart_policy", deploy.restart().map(restart -> restart(restart, form)));
    orEmpty("placement", placement(deploy, form), fields);
    return fields
        .text("endpoint_mode", deploy.endpointMode())
        .extensions(deploy.extensions())
        .value();
  }

  /// JSON prints the mapping when there is nothing in it.
  static void orEmpty(String key, Fields part, Fields fields) {
    if (!part.isEmpty() || fields.form() == Form.JSON) {
      fields.put(key, part.value());
    }
  }

  private static Fields resources(Deploy deploy, Form form) {
    Fields fields = new Fields(form);
    deploy
        .resources()
        .ifPresent((DeployResources resources) ->
            fields
                .put("limits", resources.limits().map(limits -> limits(limits, form)))
                .put(
                    "reservations",
                    resources.reservations().map(reserved -> reservations(reserved, form)))
                .extensions(resources.extensions()));
    return fields;
  }

  private static Value limits(Limits limits, Form form) {
    return new Fields(form)
        .single("cpus", limits.cpus())
        .size("memory", limits.memory())
        .number("pids", limits.pids())
        .extensions(limits.extensions())
        .value();
  }

  private static Value reservations(Reservations reservations, Form form) {
    return new Fields(form)
        .single("cpus", reservations.cpus())
        .size("memory", reservations.memory())
        .list("devices", reservations.devices(), request -> ResourcesWriter.request(request, form))
        .list(
            "generic_resources",
            reservations.genericResources(),
            resource ->
                new Fields(form)
                    .put(
                        "discrete_resource_spec",
                        new Fields(form)
                            .put("kind", new Value.Text(resource.kind()))
                            .put("value", Fields.number(resource.value()))
                            .extensions(resource.specExtensions())
                            .value())
                    .extensions(resource.extensions())
                    .value())
        .extensions(reservations.extensions())
        .value();
  }

  private static Value restart(DeployRestart restart, Form form) {
    return new Fields(form)
        .text("condition", restart.condition())
        .duration("delay", restart.delay())
        .count("max_attempts", restart.maxAttempts())
        .duration("window", restart.window())
        .extensions(restart.extensions())
        .value();
  }

  private static Fields placement(Deploy deploy, Form form) {
    Fields fields = new Fields(form);
    deploy
        .placement()
        .ifPresent((Placement placement) ->
            fields
                .texts("constraints", placement.constraints())
                .list(
                    "preferences",
                    placement.preferences(),
                    preference ->
                        new Fields(form)
                            .text("spread", preference.spread())
                            .extensions(preference.extensions())
                            .value())
                .number("max_replicas_per_node", placement.maxReplicasPerNode())
                .extensions(placement.extensions()));
    return fields;
  }

  private static Value rollout(Rollout rollout, Form form) {
    return new Fields(form)
        .count("parallelism", rollout.parallelism())
        .duration("delay", rollout.delay().filter(delay -> !delay.equals(Duration.ZERO)))
        .text("failure_action", rollout.failureAction())
        .duration("monitor", rollout.monitor().filter(time -> !time.equals(Duration.ZERO)))
        .single("max_failure_ratio", rollout.maxFailureRatio())
        .text("order", rollout.order())
        .extensions(rollout.extensions())
        .value();
  }

  static Value develop(Develop develop, Form form) {
    return new Fields(form)
        .list("watch", develop.watch(), rule -> watch(rule, form))
        .extensions(develop.extensions())
        .value();
  }

  /// JSON prints a command to run when there is none.
  private static Value watch(WatchRule rule, Form form) {
    Fields fields =
        new Fields(form)
            .put("path", new Value.Text(rule.path().toString()))
            .put("action", new Value.Text(rule.action()))
            .text("target", rule.target());
    if (rule.exec().isPresent()) {
      fields.put("exec", hook(rule.exec().get(), form));
    } else if (form == Form.JSON) {
      fields.put("exec", new Fields(form).put("command", new Value.Null()).value());
    }
    return fields
        .texts("include", rule.include())
        .texts("ignore", rule.ignore())
        .flag("initial_sync", rule.initialSync())
        .extensions(rule.extensions())
        .value();
  }

  static Value hook(Hook hook, Form form) {
    Fields fields = new Fields(form).put("command", new Value.Null());
    ServiceWriter.command("command", hook.command(), fields);
    return fields
        .text("image", hook.image())
        .text("user", hook.user())
        .flag("privileged", hook.privileged())
        .text("working_dir", hook.workingDir())
        .variables("environment", hook.environment())
        .flag("per_replica", hook.perReplica())
        .extensions(hook.extensions())
        .value();
  }
}
