package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// What a user may do about what a registry has refused.
final class RegistryAdvice {
  private static final List<String> NOT_ALLOWED =
      List.of("unauthorized", "no basic auth credentials", "denied", "authentication required");

  private RegistryAdvice() {}

  /// The same failure, with advice behind the engine's words when there is any.
  ///
  /// @param known whether the user has credentials for the registry
  static EngineException added(EngineException failure, ImageName name, boolean known) {
    String words = failure.getMessage().toLowerCase(Locale.ROOT);
    return advice(words, name, known)
        .map(advice ->
            new EngineException(failure.kind(), failure.getMessage() + "; " + advice, failure))
        .orElse(failure);
  }

  private static Optional<String> advice(String words, ImageName name, boolean known) {
    if (NOT_ALLOWED.stream().anyMatch(words::contains)) {
      String login = "`docker login" + name.loginArgument() + "`";
      return Optional.of(
          known
              ? "the registry does not accept what docker knows of you: renew it with " + login
              : "if it is there, log in first with " + login);
    }
    if (words.contains("server gave http response to https client")) {
      return Optional.of(
          "the registry speaks HTTP: name it in `insecure-registries` of the engine's daemon.json");
    }
    if (words.contains("no matching manifest")) {
      return Optional.of("choose a platform that the image is made for, with `platform`");
    }
    if (words.contains("manifest unknown")) {
      return Optional.of("check its name and tag; one of your own must have been pushed");
    }
    if (words.contains("does not exist locally")) {
      return Optional.of("build it first, with `jcompose build`");
    }
    return Optional.empty();
  }
}
