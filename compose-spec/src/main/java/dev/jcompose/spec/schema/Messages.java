package dev.jcompose.spec.schema;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.NodePath.Segment;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.schema.Breach.Rule;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Says in plain words what a breach of the schema is, at the place where it was typed.
final class Messages {
  private Messages() {}

  static Diagnostic diagnostic(Breach breach, Node.Mapping document) {
    NodePath path = breach.path();
    Place place = Place.find(document, path);
    Span here = place.value().span();
    String subject = path.segments().isEmpty() ? "the document" : "`" + lastKey(path) + "`";
    return switch (breach.rule()) {
      case Rule.Type(List<String> allowed) ->
          Diagnostic.error(
              "wrong-type",
              subject + " must be " + types(allowed) + ", not " + kind(place.value()),
              place.value() instanceof Node.Null ? place.keySpan() : here,
              path);
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
                  "`" + key + "` cannot be a name",
                  keySpan(place.value(), key),
                  path.child(key))
              .withHint("Names are made of letters, digits, `.`, `_` and `-`.");
      case Rule.MissingKey(String key) ->
          Diagnostic.error("missing-key", subject + " needs `" + key + "`", here, path);
      case Rule.Word(List<String> allowed) ->
          hinted(
              Diagnostic.error("unknown-word", subject + " must be " + oneOf(allowed), here, path),
              NearestWord.hint(raw(place.value()), allowed));
      case Rule.Form(String description) ->
          Diagnostic.error("bad-value", subject + " must be " + description, here, path);
      case Rule.Bound(String description) ->
          Diagnostic.error("bad-value", subject + " must be " + description, here, path);
      case Rule.Repetition(int first, int second) ->
          Diagnostic.error(
              "repetition",
              "the same item is already at " + path.child(first),
              Place.find(document, path.child(second)).value().span(),
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

  private static String lastKey(NodePath path) {
    return switch (path.segments().getLast()) {
      case Segment.Key(String name) -> name;
      case Segment.Index _ -> path.toString();
    };
  }

  private static String types(List<String> allowed) {
    return list(allowed.stream().map(Messages::type).distinct().toList());
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
      case Node.Decimal _ -> "a number";
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
