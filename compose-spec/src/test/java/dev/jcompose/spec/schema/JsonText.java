package dev.jcompose.spec.schema;

import dev.jcompose.model.Ordered;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// JSON as values. Meant for the files of our schema, which are correct, and much quicker at the
/// first start than a library is.
final class JsonText {
  /// What JSON is made of; schemas do without `null`.
  sealed interface Json {
    record Members(SequencedMap<String, Json> byName) implements Json {
      public Members {
        byName = Ordered.map(byName);
      }
    }

    record Items(List<Json> values) implements Json {
      public Items {
        values = List.copyOf(values);
      }
    }

    record Text(String value) implements Json {}

    record Decimal(BigDecimal value) implements Json {}

    record Truth(boolean value) implements Json {}
  }

  private final String text;
  private int at;

  private JsonText(String text) {
    this.text = text;
  }

  /// @throws IllegalArgumentException if it is not JSON, or beyond what schemas use
  static Json read(String text) {
    JsonText json = new JsonText(text);
    Json value = json.value();
    json.skipSpace();
    if (json.at < text.length()) {
      throw json.unexpected();
    }
    return value;
  }

  private Json value() {
    return switch (next()) {
      case '{' -> members();
      case '[' -> items();
      case '"' -> new Json.Text(string());
      case 't', 'f' -> new Json.Truth(Boolean.parseBoolean(word()));
      default -> new Json.Decimal(new BigDecimal(word()));
    };
  }

  private Json members() {
    SequencedMap<String, Json> members = new LinkedHashMap<>();
    each(
        '}',
        () -> {
          next();
          String name = string();
          expect(':');
          members.put(name, value());
        });
    return new Json.Members(members);
  }

  private Json items() {
    List<Json> items = new ArrayList<>();
    each(']', () -> items.add(value()));
    return new Json.Items(items);
  }

  /// What stands between the bracket here and the closing one, with commas.
  private void each(char close, Runnable one) {
    at++;
    if (next() == close) {
      at++;
      return;
    }
    one.run();
    while (next() == ',') {
      at++;
      one.run();
    }
    expect(close);
  }

  private String string() {
    expect('"');
    StringBuilder value = new StringBuilder();
    int from = at;
    while (text.charAt(at) != '"') {
      if (text.charAt(at) == '\\') {
        value.append(text, from, at);
        from = at + 1;
        if ("\"\\/".indexOf(text.charAt(from)) < 0) {
          throw unexpected();
        }
        at++;
      }
      at++;
    }
    value.append(text, from, at);
    at++;
    return value.toString();
  }

  /// A number or a truth value as it is written.
  private String word() {
    int from = at;
    while (at < text.length() && ",]} \n\r\t".indexOf(text.charAt(at)) < 0) {
      at++;
    }
    return text.substring(from, at);
  }

  private void expect(char c) {
    if (next() != c) {
      throw unexpected();
    }
    at++;
  }

  private char next() {
    skipSpace();
    if (at == text.length()) {
      throw unexpected();
    }
    return text.charAt(at);
  }

  private void skipSpace() {
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
  }

  private IllegalArgumentException unexpected() {
    return new IllegalArgumentException("not JSON of a schema at character " + at);
  }
}
