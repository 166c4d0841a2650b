package dev.jcompose.executor.provider;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.model.Provider;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// What a provider tells of its commands, if it tells anything.
record ProviderMetadata(JsonValue node) {
  /// Understands the text; what is no JSON object tells nothing.
  static ProviderMetadata of(String text) {
    try {
      return new ProviderMetadata(JsonValue.parse(text));
    } catch (MalformedJsonException _) {
      return new ProviderMetadata(JsonValue.Nothing.MISSING);
    }
  }

  /// Whether it says that it has that command.
  boolean has(String command) {
    return node.path(command).isObject();
  }

  /// The options that must be given to that command, and are not.
  List<String> missing(String command, Provider provider) {
    var missing = new ArrayList<String>();
    for (JsonValue parameter : node.path(command).path("parameters")) {
      var name = parameter.path("name").asText();
      if (parameter.path("required").asBoolean() && !provider.options().containsKey(name)) {
        missing.add(name);
      }
    }
    return missing;
  }

  /// The options for that command: those that it knows, or all if nothing is told of any command.
  SequencedMap<String, List<String>> options(String command, Provider provider) {
    var options = new LinkedHashMap<>(provider.options());
    if (!isSilent()) {
      var known = new ArrayList<String>();
      for (JsonValue parameter : node.path(command).path("parameters")) {
        known.add(parameter.path("name").asText());
      }
      options.keySet().retainAll(known);
    }
    return options;
  }

  private boolean isSilent() {
    return node.path("description").asText().isEmpty()
        && node.path("up").path("parameters").isEmpty()
        && node.path("down").path("parameters").isEmpty();
  }
}
