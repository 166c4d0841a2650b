package dev.jcompose.planner;

import dev.jcompose.model.Extensions;
import dev.jcompose.model.FileGrant;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.Storage;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What `use_api_socket` means: the service has the engine's socket, and whom the user has logged
/// in as at registries, in a file that the docker command line reads. The digest of the service
/// counts it as docker compose does; the credentials themselves are part of no plan and no label.
final class ApiSocket {
  /// Where the engine listens on its own machine.
  static final String SOCKET = "/var/run/docker.sock";

  private static final String KEY = "#apisocket";
  private static final String DIRECTORY = "/run/secrets/docker";
  private static final String VARIABLE = "DOCKER_CONFIG";

  private ApiSocket() {}

  /// The project in which such services have it in their mounts, configs and environment.
  static Project given(Project project) {
    if (project.services().values().stream().noneMatch(s -> s.privileges().useApiSocket())) {
      return project;
    }
    var services = new LinkedHashMap<>(project.services());
    services.replaceAll((_, service) ->
        service.privileges().useApiSocket()
                && service.storage().configs().stream().noneMatch(ApiSocket::isGrant)
            ? given(service)
            : service);
    return project.withServices(services);
  }

  /// Whether this is the config that stands for the credentials.
  static boolean isGrant(FileGrant config) {
    return config.source().equals(KEY);
  }

  /// A service that says itself where its configuration is keeps that.
  private static Service given(Service service) {
    var environment = new LinkedHashMap<>(service.execution().environment());
    environment.putIfAbsent(VARIABLE, Optional.of(DIRECTORY));
    return service
        .withExecution(service.execution().withEnvironment(environment))
        .withStorage(given(service.storage()));
  }

  private static Storage given(Storage storage) {
    var mounts = new ArrayList<>(storage.mounts());
    var at = new MountPoint(SOCKET, false, Optional.empty(), Extensions.NONE);
    mounts.add(new Mount.Bind(SOCKET, at, Optional.empty()));
    var configs = new ArrayList<>(storage.configs());
    configs.add(
        new FileGrant(
            KEY,
            Optional.of(DIRECTORY + "/config.json"),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Extensions.NONE));
    return storage.withMounts(mounts).withConfigs(configs);
  }
}
