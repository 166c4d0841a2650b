package dev.jcompose.spec.write;

import dev.jcompose.model.Command;
import dev.jcompose.model.CredentialSpec;
import dev.jcompose.model.Dependency;
import dev.jcompose.model.Description;
import dev.jcompose.model.EnvFile;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Logging;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.Provider;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.Value;
import java.nio.file.Path;

/// Writes one service, topic by topic; {@link ServiceOrder} then puts its attributes in order.
final class ServiceWriter {
  private final Form form;
  private final Fields fields;

  private ServiceWriter(Form form) {
    this.form = form;
    this.fields = new Fields(form);
  }

  static Value.Fields write(Service service, Form form) {
    return new ServiceWriter(form).service(service);
  }

  private Value.Fields service(Service service) {
    fields.text("image", service.image());
    fields.put("build", service.build().map(build -> BuildWriter.write(build, form)));
    execution(service.execution());
    NetworkingWriter.write(service.networking(), fields);
    StorageWriter.write(service.storage(), fields);
    ResourcesWriter.write(service.resources(), fields);
    privileges(service.privileges());
    namespaces(service.namespaces());
    lifecycle(service.lifecycle());
    description(service.description());
    fields.put("deploy", service.deploy().map(deploy -> DeployWriter.write(deploy, form)));
    fields.put("develop", service.develop().map(develop -> DeployWriter.develop(develop, form)));
    return ServiceOrder.sort(fields.value());
  }

  private void execution(Execution execution) {
    command("command", execution.command());
    command("entrypoint", execution.entrypoint());
    fields
        .variables("environment", execution.environment())
        .list("env_file", execution.envFiles(), this::envFile)
        .text("working_dir", execution.workingDir())
        .text("user", execution.user().name())
        .texts("group_add", execution.user().groups())
        .flag("tty", execution.tty())
        .flag("stdin_open", execution.stdinOpen())
        .given("init", execution.init())
        .map(
            "models",
            execution.models(),
            model -> {
              if (!model.stated()) {
                return new Value.Null();
              }
              return new Fields(form)
                  .text("endpoint_var", model.endpointVariable())
                  .text("model_var", model.modelVariable())
                  .extensions(model.extensions())
                  .value();
            });
  }

  private void command(String key, Command command) {
    command(key, command, fields);
  }

  /// JSON says `null` where nothing is set.
  static void command(String key, Command command, Fields fields) {
    switch (command) {
      case Command.Words(var words) -> fields.put(key, Fields.items(words));
      case Command.FromImage() -> {
        if (fields.form() == Form.JSON) {
          fields.put(key, new Value.Null());
        }
      }
    }
  }

  /// Only a path where nothing else is said. JSON, of which the hash is made, says no more of any
  /// required file.
  private Value envFile(EnvFile file) {
    boolean pathOnly = file.required() && (form == Form.JSON || file.format().isEmpty());
    Value.Text path = new Value.Text(file.path().toString());
    return pathOnly
        ? path
        : new Fields(form)
            .put("path", path)
            .put("required", new Value.Bool(file.required()))
            .text("format", file.format())
            .value();
  }

  private void privileges(Privileges privileges) {
    fields
        .flag("privileged", privileges.privileged())
        .texts("cap_add", privileges.capAdd())
        .texts("cap_drop", privileges.capDrop())
        .texts("security_opt", privileges.securityOptions())
        .pairs("sysctls", privileges.sysctls())
        .put("credential_spec", privileges.credentialSpec().map(this::credentials))
        .flag("use_api_socket", privileges.useApiSocket());
  }

  private Value credentials(CredentialSpec spec) {
    return new Fields(form)
        .text("config", spec.config())
        .text("file", spec.file())
        .text("registry", spec.registry())
        .extensions(spec.extensions())
        .value();
  }

  private void namespaces(Namespaces namespaces) {
    fields
        .text("ipc", namespaces.ipc().map(NamespaceMode::text))
        .text("pid", namespaces.pid().map(NamespaceMode::text))
        .text("uts", namespaces.uts())
        .text("userns_mode", namespaces.userns())
        .text("cgroup", namespaces.cgroup())
        .text("cgroup_parent", namespaces.cgroupParent())
        .text("isolation", namespaces.isolation())
        .text("runtime", namespaces.runtime())
        .text("platform", namespaces.platform());
  }

  private void lifecycle(Lifecycle lifecycle) {
    fields
        .text("container_name", lifecycle.containerName())
        .count("scale", lifecycle.scale())
        .texts("profiles", lifecycle.profiles())
        .map("depends_on", lifecycle.dependsOn(), this::dependency)
        .put("healthcheck", lifecycle.healthcheck().map(this::healthcheck))
        .text("restart", lifecycle.restart().map(ServiceWriter::restart))
        .text("stop_signal", lifecycle.stopping().signal())
        .duration("stop_grace_period", lifecycle.stopping().gracePeriod())
        .list("pre_start", lifecycle.hooks().preStart(), hook -> DeployWriter.hook(hook, form))
        .list("post_start", lifecycle.hooks().postStart(), hook -> DeployWriter.hook(hook, form))
        .list("pre_stop", lifecycle.hooks().preStop(), hook -> DeployWriter.hook(hook, form))
        .text("pull_policy", lifecycle.pullPolicy().map(PullPolicy::word))
        .given("attach", lifecycle.attach())
        .put("provider", lifecycle.provider().map(this::provider));
  }

  private Value dependency(Dependency dependency) {
    return new Fields(form)
        .text("condition", dependency.condition().word())
        .flag("restart", dependency.restart())
        .put("required", new Value.Bool(dependency.required()))
        .extensions(dependency.extensions())
        .value();
  }

  private Value healthcheck(Healthcheck check) {
    return new Fields(form)
        .texts("test", check.test())
        .duration("timeout", check.timeout())
        .duration("interval", check.interval())
        .count("retries", check.retries())
        .duration("start_period", check.startPeriod())
        .duration("start_interval", check.startInterval())
        .flag("disable", check.disable())
        .extensions(check.extensions())
        .value();
  }

  private static String restart(RestartPolicy policy) {
    String word = policy.condition().word();
    return policy.maxRetries().map(retries -> word + ":" + retries).orElse(word);
  }

  private Value provider(Provider provider) {
    return new Fields(form)
        .put("type", new Value.Text(provider.type()))
        .map("options", provider.options(), Fields::items)
        .extensions(provider.extensions())
        .value();
  }

  private void description(Description description) {
    fields
        .pairs("labels", description.labels())
        .texts("label_file", description.labelFiles().stream().map(Path::toString).toList())
        .pairs("annotations", description.annotations())
        .put("logging", description.logging().map(this::logging))
        .extensions(description.extensions());
  }

  private Value logging(Logging logging) {
    return new Fields(form)
        .text("driver", logging.driver())
        .pairs("options", logging.options())
        .extensions(logging.extensions())
        .value();
  }
}
