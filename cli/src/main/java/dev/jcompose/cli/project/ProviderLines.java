package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.executor.provider.ProviderEvent;
import dev.jcompose.executor.provider.ProviderEvent.Action;
import java.util.LinkedHashMap;
import java.util.Optional;

/// What is drawn while providers run: a line for each event.
final class ProviderLines {
  private ProviderLines() {}

  static Optional<String> of(ProviderEvent event, ProgressStyle style) {
    var name = event.subject();
    return switch (style) {
      case QUIET -> Optional.empty();
      case JSON -> {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("id", name);
        fields.put("status", status(event));
        yield Optional.of(JsonText.of(fields));
      }
      case AUTO, PLAIN, TTY -> Optional.of(" " + name + "  " + status(event));
    };
  }

  private static String status(ProviderEvent event) {
    return switch (event) {
      case ProviderEvent.Started(_, Action action) ->
          switch (action) {
            case UP -> "Creating";
            case DOWN -> "Removing";
            case STOP -> "Stopping";
          };
      case ProviderEvent.Done(_, Action action) ->
          switch (action) {
            case UP -> "Created";
            case DOWN -> "Removed";
            case STOP -> "Stopped";
          };
      case ProviderEvent.Told(_, String text) -> text;
      case ProviderEvent.OfModel(_, String status) -> status;
      case ProviderEvent.Failed _ -> "Error";
    };
  }
}
