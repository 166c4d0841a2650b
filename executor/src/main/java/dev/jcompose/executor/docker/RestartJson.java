package dev.jcompose.executor.docker;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import java.util.Optional;

/// What the engine does when a container ends by itself. `deploy.restart_policy` wins over
/// `restart`, also when it names no condition; then nothing is restarted, as with docker compose.
final class RestartJson {
  private RestartJson() {}

  static void write(Service service, ContainerJson json) {
    Optional<DeployRestart> deploy = service.deploy().flatMap(Deploy::restart);
    Optional<Json> policy =
        deploy.isPresent()
            ? deploy.map(RestartJson::policy)
            : service.lifecycle().restart().map(RestartJson::policy);
    policy.ifPresent(written -> json.host().object("RestartPolicy", written));
  }

  private static Json policy(RestartPolicy restart) {
    return new Json()
        .put("Name", restart.condition().word())
        .number("MaximumRetryCount", restart.maxRetries());
  }

  private static Json policy(DeployRestart restart) {
    return new Json()
        .text("Name", restart.condition().map(RestartJson::word))
        .number("MaximumRetryCount", restart.maxAttempts());
  }

  private static String word(String condition) {
    return switch (condition) {
      case "none" -> "no";
      case "any" -> "always";
      default -> condition;
    };
  }
}
