package dev.jcompose.executor.json;

import dev.jcompose.executor.json.JsonValue.ArrayValue;
import dev.jcompose.executor.json.JsonValue.BooleanValue;
import dev.jcompose.executor.json.JsonValue.Nothing;
import dev.jcompose.executor.json.JsonValue.NumberValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import dev.jcompose.executor.json.JsonValue.TextValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Reads one text, as RFC 8259 has it.
final class JsonParser {
  /// As deep as values may lie in each other.
  private static final int MOST_DEPTH = 500;

  private static final int HEX = 16;
  private static final int HEX_DIGITS = 4;

  private final String text;
  private int at;
  private int depth;

  JsonParser(String text) {
    this.text = text;
  }

  /// The value, with nothing but blanks around it.
  JsonValue value() throws MalformedJsonException {
    JsonValue value = next();
    blanks();
    if (at < text.length()) {
      throw malformed();
    }
    return value;
  }

  private JsonValue next() throws MalformedJsonException {
    blanks();
    return switch (peek()) {
      case '{' -> object();
      case '[' -> array();
      case '"' -> new TextValue(string());
      case 't' -> word("true", new BooleanValue(true));
      case 'f' -> word("false", new BooleanValue(false));
      case 'n' -> word("null", Nothing.NULL);
      default -> number();
    };
  }

  private JsonValue object() throws MalformedJsonException {
    SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
    if (opens('}')) {
      do {
        blanks();
        String name = string();
        blanks();
        expect(':');
        members.put(name, next());
      } while (goesOn('}'));
    }
    return new ObjectValue(members);
  }

  private JsonValue array() throws MalformedJsonException {
    List<JsonValue> elements = new ArrayList<>();
    if (opens(']')) {
      do {
        elements.add(next());
      } while (goesOn(']'));
    }
    return new ArrayValue(elements);
  }

  /// Steps into a collection; false when it is empty, and left again.
  private boolean opens(char end) throws MalformedJsonException {
    if (++depth > MOST_DEPTH) {
      throw malformed();
    }
    at++;
    blanks();
    return !leaves(end);
  }

  /// Steps over a comma; false at the end of the collection.
  private boolean goesOn(char end) throws MalformedJsonException {
    blanks();
    if (leaves(end)) {
      return false;
    }
    expect(',');
    return true;
  }

  private boolean leaves(char end) {
    if (peek() != end) {
      return false;
    }
    at++;
    depth--;
    return true;
  }

  private String string() throws MalformedJsonException {
    expect('"');
    int start = at;
    while (peek() != '"' && peek() != '\\') {
      plain();
    }
    if (peek() == '"') {
      return text.substring(start, at++);
    }
    StringBuilder string = new StringBuilder().append(text, start, at);
    while (peek() != '"') {
      if (peek() == '\\') {
        at++;
        string.append(escaped());
      } else {
        string.append(peek());
        plain();
      }
    }
    at++;
    return string.toString();
  }

  /// Steps over a character that stands for itself.
  private void plain() throws MalformedJsonException {
    if (peek() < ' ') {
      throw malformed();
    }
    at++;
  }

  private char escaped() throws MalformedJsonException {
    char c = peek();
    at++;
    return switch (c) {
      case '"', '\\', '/' -> c;
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      case 'u' -> codeUnit();
      default -> {
        at--;
        throw malformed();
      }
    };
  }

  private char codeUnit() throws MalformedJsonException {
    int unit = 0;
    for (int i = 0; i < HEX_DIGITS; i++) {
      int digit = Character.digit(peek(), HEX);
      if (digit < 0) {
        throw malformed();
      }
      unit = unit * HEX + digit;
      at++;
    }
    return (char) unit;
  }

  private JsonValue number() throws MalformedJsonException {
    int start = at;
    skip('-');
    if (!skip('0')) {
      digits();
    }
    if (skip('.')) {
      digits();
    }
    if (skip('e') || skip('E')) {
      if (!skip('+')) {
        skip('-');
      }
      digits();
    }
    return new NumberValue(text.substring(start, at));
  }

  private void digits() throws MalformedJsonException {
    if (!isDigit()) {
      throw malformed();
    }
    while (isDigit()) {
      at++;
    }
  }

  private boolean isDigit() {
    return peek() >= '0' && peek() <= '9';
  }

  private JsonValue word(String word, JsonValue value) throws MalformedJsonException {
    if (!text.startsWith(word, at)) {
      throw malformed();
    }
    at += word.length();
    return value;
  }

  private boolean skip(char c) {
    boolean there = peek() == c;
    at += there ? 1 : 0;
    return there;
  }

  private void expect(char c) throws MalformedJsonException {
    if (!skip(c)) {
      throw malformed();
    }
  }

  private void blanks() {
    while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
      at++;
    }
  }

  /// The next character; at the end one that can stand nowhere.
  private char peek() {
    return at < text.length() ? text.charAt(at) : '\0';
  }

  private MalformedJsonException malformed() {
    String before = text.substring(0, at);
    int line = (int) before.chars().filter(c -> c == '\n').count() + 1;
    return new MalformedJsonException(line, at - before.lastIndexOf('\n'));
  }
}
