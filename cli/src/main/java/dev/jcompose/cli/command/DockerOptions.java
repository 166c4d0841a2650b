package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.model.Ordered;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// Options of the program `docker` that may stand before the command as well. Each means the same
/// as one of docker's variables.
final class DockerOptions {
  @Option(
      names = {"-H", "--host"},
      hidden = true,
      paramLabel = "ENGINE")
  @Nullable String host;

  @Option(
      names = {"-c", "--context"},
      hidden = true,
      paramLabel = "NAME")
  @Nullable String context;

  @Option(names = "--config", hidden = true, paramLabel = "DIRECTORY")
  @Nullable String config;

  @Option(
      names = {"--tls", "--tlsverify"},
      hidden = true)
  boolean tls;

  @Option(
      names = {"--tlscacert", "--tlscert", "--tlskey"},
      hidden = true,
      paramLabel = "FILE")
  @Nullable String certificate;

  /// The variables, completed by what was said here.
  ///
  /// @throws CommandFailure if something cannot be followed
  SequencedMap<String, String> applied(SequencedMap<String, String> environment) {
    if (certificate != null) {
      throw new CommandFailure(
          "single files with certificates cannot be named; they are looked for in DOCKER_CERT_PATH");
    }
    if (host == null && context == null && config == null && !tls) {
      return environment;
    }
    var variables = new LinkedHashMap<>(environment);
    if (context != null) {
      variables.remove("DOCKER_HOST");
      variables.put("DOCKER_CONTEXT", context);
    }
    if (host != null) {
      variables.put("DOCKER_HOST", host);
    }
    if (config != null) {
      variables.put("DOCKER_CONFIG", config);
    }
    if (tls) {
      variables.put("DOCKER_TLS_VERIFY", "1");
    }
    return Ordered.map(variables);
  }
}
