package dev.jcompose.executor.provider;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;

/// What a provider says, a JSON object in a line.
sealed interface ProviderMessage {
  /// How far it is.
  record Info(String text) implements ProviderMessage {}

  /// It gives up.
  record Refusal(String text) implements ProviderMessage {}

  /// Nothing for users.
  record Debug() implements ProviderMessage {}

  /// A variable for the dependents, its name still without the service's.
  record SetVariable(String name, String value) implements ProviderMessage {}

  /// A variable for the dependents, under just that name.
  record SetRawVariable(String name, String value) implements ProviderMessage {}

  /// Not what a provider may say.
  record Nonsense(String text) implements ProviderMessage {}

  /// Understands a line.
  static ProviderMessage of(String line) {
    JsonValue node;
    try {
      node = JsonValue.parse(line);
    } catch (MalformedJsonException _) {
      return new Nonsense(line);
    }
    var text = node.path("message").asText();
    return switch (node.path("type").asText()) {
      case "info" -> new Info(text);
      case "error" -> new Refusal(text);
      case "debug" -> new Debug();
      case "setenv" -> isVariable(text) ? new SetVariable(name(text), value(text)) : nonsense(line);
      case "rawsetenv" ->
          isVariable(text) ? new SetRawVariable(name(text), value(text)) : nonsense(line);
      default -> nonsense(line);
    };
  }

  private static boolean isVariable(String text) {
    return text.indexOf('=') > 0;
  }

  private static String name(String variable) {
    return variable.substring(0, variable.indexOf('='));
  }

  private static String value(String variable) {
    return variable.substring(variable.indexOf('=') + 1);
  }

  private static ProviderMessage nonsense(String line) {
    return new Nonsense(line);
  }
}
