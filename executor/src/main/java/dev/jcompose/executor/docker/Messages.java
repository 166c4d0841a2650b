package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;

/// The messages that the engine answers with, one after the other, to what takes long.
final class Messages {
  private Messages() {}

  /// @throws EngineException in the engine's words, if the object says that what was tried failed
  static void failOnError(String doing, JsonValue message) {
    Json.text(message.path("errorDetail").path("message"))
        .or(() -> Json.text(message.path("error")))
        .ifPresent(error -> {
          throw Failures.refused(doing, kind(error), error);
        });
  }

  private static EngineException.Kind kind(String error) {
    boolean missing =
        error.contains("not found")
            || error.contains("manifest unknown")
            || error.contains("does not exist");
    return missing ? EngineException.Kind.NOT_FOUND : EngineException.Kind.OTHER;
  }
}
