package dev.jcompose.executor.docker;

import dev.jcompose.planner.EngineSite;
import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/// Where an engine is looked for, and how that place became known.
///
/// @param certificates the directory with `ca.pem`, `cert.pem` and `key.pem`, when the connection
///   is encrypted
public record EngineAddress(URI uri, Origin origin, Optional<Path> certificates) {

  /// How the address became known.
  public sealed interface Origin {
    /// The environment variable `DOCKER_HOST` names it.
    record HostVariable() implements Origin {}

    /// A context of the docker command line names it.
    record Context(String name) implements Origin {}

    /// Nothing names another one.
    record Default() implements Origin {}
  }

  /// An engine with a socket or pipe is on this machine, and any other one taken for elsewhere.
  EngineSite site() {
    return Set.of("unix", "npipe").contains(uri.getScheme())
        ? EngineSite.HERE
        : EngineSite.ELSEWHERE;
  }

  /// E.g. `unix:///var/run/docker.sock (the default)`.
  @Override
  public String toString() {
    return uri
        + switch (origin) {
          case Origin.HostVariable() -> " (from DOCKER_HOST)";
          case Origin.Context(String name) -> " (from the docker context \"" + name + "\")";
          case Origin.Default() -> " (the default)";
        };
  }
}
