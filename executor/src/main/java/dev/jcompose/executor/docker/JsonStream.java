package dev.jcompose.executor.docker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.jcompose.executor.EngineException;
import java.io.IOException;
import java.io.InputStream;
import java.util.function.Consumer;

/// A stream of JSON objects, as the engine answers to what takes long.
final class JsonStream {
  private JsonStream() {}

  /// Reads objects as they come, to the end of the stream.
  static void read(InputStream stream, Consumer<JsonNode> listener) throws IOException {
    try (MappingIterator<JsonNode> objects =
        Json.MAPPER.readerFor(JsonNode.class).readValues(stream)) {
      while (objects.hasNextValue()) {
        listener.accept(objects.nextValue());
      }
    }
  }

  /// @throws EngineException in the engine's words, if the object says that what was tried failed
  static void failOnError(String doing, JsonNode message) {
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
