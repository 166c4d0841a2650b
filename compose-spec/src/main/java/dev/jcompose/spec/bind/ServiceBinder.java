package dev.jcompose.spec.bind;

import dev.jcompose.model.CredentialSpec;
import dev.jcompose.model.Description;
import dev.jcompose.model.Logging;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Namespaces;
import dev.jcompose.model.Privileges;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.nio.file.Path;
import java.util.Optional;

/// Binds one service, topic by topic.
final class ServiceBinder {
  private ServiceBinder() {}

  static Service bind(String name, Attributes service) {
    return new Service(
        new ServiceName(name),
        service.text("image"),
        service.mapping("build").map(BuildBinder::bind),
        ExecutionBinder.bind(service),
        NetworkingBinder.bind(service),
        StorageBinder.bind(service),
        ResourcesBinder.bind(service),
        privileges(service),
        namespaces(service),
        LifecycleBinder.bind(service),
        description(service),
        service.mapping("deploy").map(DeployBinder::bind),
        service.mapping("develop").map(DeployBinder::develop));
  }

  private static Privileges privileges(Attributes service) {
    return new Privileges(
        service.flag("privileged"),
        service.texts("cap_add"),
        service.texts("cap_drop"),
        service.texts("security_opt"),
        service.pairs("sysctls"),
        service
            .mapping("credential_spec")
            .map(spec ->
                new CredentialSpec(
                    spec.text("config"),
                    spec.text("file"),
                    spec.text("registry"),
                    spec.extensions())),
        service.flag("use_api_socket"));
  }

  private static Namespaces namespaces(Attributes service) {
    return new Namespaces(
        mode(service, "ipc"),
        mode(service, "pid"),
        service.text("uts"),
        service.text("userns_mode"),
        service.text("cgroup"),
        service.text("cgroup_parent"),
        service.text("isolation"),
        service.text("runtime"),
        service.text("platform"));
  }

  private static Optional<NamespaceMode> mode(Attributes service, String key) {
    return service.text(key).map(NamespaceMode::parse);
  }

  private static Description description(Attributes service) {
    return new Description(
        service.pairs("labels"),
        service.texts("label_file").stream().map(Path::of).toList(),
        service.pairs("annotations"),
        service
            .mapping("logging")
            .map(logging ->
                new Logging(
                    logging.text("driver"), logging.pairs("options"), logging.extensions())),
        service.extensions());
  }
}
