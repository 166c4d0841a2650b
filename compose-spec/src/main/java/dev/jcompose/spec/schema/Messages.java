package dev.jcompose.spec.schema;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.schema.Breach.Rule;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in plain words what a breach of the schema is, at the place where it was typed.
final class Messages {
  /// Keys of the values that are durations.
  private static final List<String> DURATIONS =
      List.of(
          ".stop_grace_period",
          ".interval",
          ".timeout",
          ".start_period",
          ".start_interval",
          ".delay",
          ".monitor",
          ".window");

  private static final int LONGEST_ITEM = 60;

  private Messages() {}

  static Diagnostic diagnostic(Breach breach, Node.Mapping document) {
    NodePath path = breach.path();
    Place place = Place.find(document, path);
    Span here = place.value().span();
    String subject = path.subject();
    return switch (breach.rule()) {
      case Rule.Type(List<String> allowed) ->
          hinted(
              Diagnostic.error(
                  "wrong-type",
                  subject + " must be " + types(allowed) + ", not " + kind(place.value()),
                  place.value() instanceof Node.Null ? place.keySpan() : here,
                  path),
              quotes(allowed, place.value(), path));
      case Rule.UnknownKey(String key, List<String> known) ->
          hinted(
              Diagnostic.error(
                  "unknown-key",
                  "`" + key + "` is not known here",
                  keySpan(place.value(), key),
                  path.child(key)),
              NearestWord.hint(key, known));
      case Rule.BadKey(String key) ->
          Diagnostic.error(
                  "bad-name",
                  key.isEmpty() ? "a name cannot be empty" : "`" + key + "` cannot be a name",
                  keySpan(place.value(), key),
                  path.child(key))
              .withHint("Names are made of letters, digits, `.`, `_` and `-`.");
      case Rule.MissingKey(String key) ->
          Diagnostic.error("missing-key", subject + " needs `" + key + "`", here, path);
      case Rule.Word(List<String> allowed) ->
          hinted(
              Diagnostic.error(
                  "unknown-word",
                  subject + " must be " + oneOf(allowed) + given(place.value()),
                  here,
                  path),
              NearestWord.hint(raw(place.value()), allowed));
      case Rule.Form(String description) ->
          Diagnostic.error(
              "bad-value", subject + " must be " + description + given(place.value()), here, path);
      case Rule.Bound(String description) ->
          Diagnostic.error(
              "bad-value", subject + " must be " + description + given(place.value()), here, path);
      case Rule.Repetition(int first, int second) ->
          repetition(
              Place.find(document, path.child(first)).value(),
              Place.find(document, path.child(second)).value(),
              path.child(second));
    };
  }

  private static Diagnostic hinted(Diagnostic diagnostic, Optional<String> hint) {
    return hint.map(diagnostic::withHint).orElse(diagnostic);
  }

  private static Span keySpan(Node node, String key) {
    if (node instanceof Node.Mapping mapping) {
      Node.Field field = mapping.fields().get(key);
      return field == null ? node.span() : field.keySpan();
    }
    return node.span();
  }

  private static Diagnostic repetition(Node first, Node second, NodePath path) {
    Span earlier = first.span();
    boolean sameLine =
        earlier.file().equals(second.span().file()) && earlier.line() == second.span().line();
    return Diagnostic.error(
        "repetition",
        "this item is already in the list" + (sameLine ? "" : ", at " + earlier),
        second.span(),
        path);
  }

  /// What was written, where that helps.
  private static String given(Node node) {
    return node instanceof Node.Scalar scalar && !scalar.raw().isEmpty()
        ? ", not \"" + scalar.raw() + "\""
        : ", not " + kind(node);
  }

  /// A number or truth value that was meant as text.
  private static Optional<String> quotes(List<String> allowed, Node given, NodePath path) {
    if (given instanceof Node.Numeral && DURATIONS.stream().anyMatch(path.toString()::endsWith)) {
      return Optional.of("A duration has a unit: `90s`, `1m30s`.");
    }
    if (given instanceof Node.Text(String text, _)
        && allowed.contains("array")
        && text.length() < LONGEST_ITEM) {
      return Optional.of("As a list: [\"" + text + "\"].");
    }
    boolean unquoted = given instanceof Node.Numeral || given instanceof Node.Bool;
    return unquoted && allowed.contains("string")
        ? Optional.of("In quotes it is text: \"" + raw(given) + "\".")
        : Optional.empty();
  }

  /// What a user would write: empty values and text in place of a truth value are taken as well,
  /// but are not what they are told to use.
  private static String types(List<String> allowed) {
    List<String> wanted =
        allowed.stream()
            .filter(name -> !name.equals("null"))
            .filter(name -> !name.equals("string") || !allowed.contains("boolean"))
            .toList();
    return list(
        (wanted.isEmpty() ? allowed : wanted).stream().map(Messages::type).distinct().toList());
  }

  private static String type(String name) {
    return switch (name) {
      case "object" -> "a mapping";
      case "array" -> "a list";
      case "string" -> "text";
      case "integer" -> "a whole number";
      case "number" -> "a number";
      case "boolean" -> "`true` or `false`";
      default -> "empty";
    };
  }

  private static String kind(Node node) {
    return switch (node) {
      case Node.Text _ -> "text";
      case Node.Numeral _ -> "a number";
      case Node.Bool _ -> "`true` or `false`";
      case Node.Null _ -> "empty";
      case Node.Sequence _ -> "a list";
      case Node.Mapping _ -> "a mapping";
      case Node.Tagged tagged -> kind(tagged.value());
    };
  }

  private static String oneOf(List<String> words) {
    return list(words.stream().map(word -> "`" + word + "`").toList());
  }

  private static String list(List<String> words) {
    String last = words.getLast();
    String rest = words.stream().limit(words.size() - 1L).collect(Collectors.joining(", "));
    return rest.isEmpty() ? last : rest + " or " + last;
  }

  private static String raw(Node node) {
    return node instanceof Node.Scalar scalar ? scalar.raw() : "";
  }
}
