package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import java.util.function.Consumer;

/// Makes lines of what a build says: text in pieces of any length, and remarks about images that it
/// fetches.
final class BuildOutputLines {
  private final Consumer<String> listener;
  private final StringBuilder unfinished = new StringBuilder();

  BuildOutputLines(Consumer<String> listener) {
    this.listener = listener;
  }

  void take(JsonValue message) {
    Json.text(message.path("stream")).ifPresent(this::text);
    boolean counting = !message.path("progressDetail").isEmpty();
    if (message.has("status") && !counting) {
      String status = message.path("status").asText();
      text(Json.text(message.path("id")).map(id -> id + ": " + status).orElse(status) + "\n");
    }
  }

  /// Hands over what has come of a line without an end.
  void end() {
    if (!unfinished.isEmpty()) {
      text("\n");
    }
  }

  private void text(String piece) {
    unfinished.append(piece);
    int end;
    while ((end = unfinished.indexOf("\n")) >= 0) {
      String line = unfinished.substring(0, end);
      unfinished.delete(0, end + 1);
      listener.accept(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line);
    }
  }
}
