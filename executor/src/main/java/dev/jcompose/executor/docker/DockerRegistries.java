package dev.jcompose.executor.docker;

import dev.jcompose.executor.registry.Login;
import dev.jcompose.executor.registry.RegistryException;
import dev.jcompose.executor.registry.RegistryHttp;
import dev.jcompose.executor.registry.Repository;
import dev.jcompose.executor.registry.Trust;
import java.util.Map;

/// The registries, as whoever the docker command line has logged in.
public final class DockerRegistries {
  private final CliConfig config;

  /// @param environment the variables that tell where docker's configuration is
  public DockerRegistries(Map<String, String> environment) {
    this.config = CliConfig.of(environment);
  }

  /// A repository that is open until it is closed.
  ///
  /// @param tag what was named in it, or its digest; `latest` if nothing was
  public record Opened(Repository repository, String tag, RegistryHttp connection)
      implements AutoCloseable {
    @Override
    public void close() {
      connection.close();
    }
  }

  /// Opens what a reference names.
  ///
  /// @throws RegistryException if nobody answers there
  public Opened open(String reference, RegistryHttp.Plain plain)
      throws RegistryException, InterruptedException {
    ImageName name = ImageName.parse(reference);
    Login login = new Registries(config).login(name.registry());
    RegistryHttp http =
        RegistryHttp.open(name.apiHost(), login, Trust.of(config.environment()), plain);
    return new Opened(new Repository(http, name.path()), name.tagOrDigest(), http);
  }
}
