package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/// Finds the engine as the docker command line does: `DOCKER_HOST`, else the context that
/// `DOCKER_CONTEXT` or `config.json` names, else the default socket.
final class EngineDiscovery {
  private static final String DEFAULT_HOST = "unix:///var/run/docker.sock";
  private static final String DEFAULT_CONTEXT = "default";
  private static final EngineAddress.Origin DEFAULT = new EngineAddress.Origin.Default();
  private static final List<String> SCHEMES = List.of("unix", "tcp", "npipe", "ssh");

  private static final int PLAIN_PORT = 2375;
  private static final int ENCRYPTED_PORT = 2376;

  private final CliConfig config;

  EngineDiscovery(CliConfig config) {
    this.config = config;
  }

  EngineAddress find() {
    Optional<String> host = config.variable("DOCKER_HOST");
    if (host.isPresent()) {
      return address(host.get(), new EngineAddress.Origin.HostVariable(), ownCertificates());
    }
    Optional<String> context = context();
    return context.isPresent() && !context.get().equals(DEFAULT_CONTEXT)
        ? ofContext(context.get())
        : address(DEFAULT_HOST, DEFAULT, ownCertificates());
  }

  private Optional<String> context() {
    Optional<String> named = config.variable("DOCKER_CONTEXT");
    return named.isPresent() ? named : Json.text(config.file().path("currentContext"));
  }

  private Optional<Path> ownCertificates() {
    return config
        .variable("DOCKER_TLS_VERIFY")
        .map(_ -> config.variable("DOCKER_CERT_PATH").map(Path::of).orElseGet(config::directory));
  }

  private EngineAddress ofContext(String name) {
    Path contexts = config.directory().resolve("contexts");
    String id = sha256(name);
    JsonValue meta = Json.file(contexts.resolve("meta").resolve(id).resolve("meta.json"));
    String host =
        Json.text(meta.path("Endpoints").path("docker").path("Host"))
            .orElseThrow(() ->
                new EngineException(
                    EngineException.Kind.UNREACHABLE,
                    "the docker context \"%s\" is not defined in %s; `docker context ls` lists those that are"
                        .formatted(name, contexts)));
    Path certificates = contexts.resolve("tls").resolve(id).resolve("docker");
    return address(
        host,
        new EngineAddress.Origin.Context(name),
        Optional.of(certificates).filter(Files::isDirectory));
  }

  private static EngineAddress address(
      String host, EngineAddress.Origin origin, Optional<Path> certificates) {
    URI uri = parse(host, origin, certificates.isPresent() ? ENCRYPTED_PORT : PLAIN_PORT);
    boolean encrypted = uri.getScheme().equals("tcp");
    return new EngineAddress(uri, origin, certificates.filter(_ -> encrypted));
  }

  /// @param port of `tcp` where none is given
  private static URI parse(String host, EngineAddress.Origin origin, int port) {
    try {
      URI uri = new URI(host.contains("://") ? host : "tcp://" + host);
      EngineAddress found = new EngineAddress(uri, origin, Optional.empty());
      String scheme = uri.getScheme();
      if (scheme.equals("ssh")) {
        checkSsh(uri);
        return uri;
      }
      if (scheme.equals("http") || scheme.equals("https")) {
        return parse("tcp" + host.substring(scheme.length()), origin, port);
      }
      if (!SCHEMES.contains(scheme)) {
        throw unreachable(found, "an address begins with unix://, tcp://, ssh:// or npipe://");
      }
      if (scheme.equals("tcp") && uri.getHost() == null) {
        throw unreachable(found, "\"" + uri.getAuthority() + "\" is not the name of a host");
      }
      if (scheme.equals("tcp") && uri.getPort() < 0) {
        return parse("tcp://" + uri.getHost() + ":" + port, origin, port);
      }
      return uri;
    } catch (URISyntaxException e) {
      throw new EngineException(
          EngineException.Kind.UNREACHABLE,
          "\"" + host + "\" is not the address of an engine: " + e.getReason(),
          e);
    }
  }

  /// What it refuses is not repeated: a password may stand there.
  private static void checkSsh(URI uri) {
    try {
      var _ = SshAddress.parse(uri);
    } catch (IllegalArgumentException e) {
      throw new EngineException(
          EngineException.Kind.UNREACHABLE,
          "cannot use the engine at an ssh:// address: " + Failures.firstLine(e),
          e);
    }
  }

  private static EngineException unreachable(EngineAddress address, String reason) {
    return new EngineException(
        EngineException.Kind.UNREACHABLE, "cannot use the engine at " + address + ": " + reason);
  }

  private static String sha256(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
