package dev.jcompose.spec.normal;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Gives variables that are named without a value the value they have outside.
///
/// @param trail told of each that has one
record Variables(SequencedMap<String, String> outside, Trail trail) {

  /// What becomes of one that has no value there either.
  enum Unset {
    /// It stays without a value.
    KEPT,
    /// It is taken out.
    DROPPED
  }

  /// Those that are filled in. Where variables stay as they are written, only the project's name
  /// is.
  static Variables of(LoadContext context) {
    if (context.switches().interpolation()) {
      return new Variables(context.environment(), context.trail());
    }
    SequencedMap<String, String> name = new LinkedHashMap<>();
    name.put("COMPOSE_PROJECT_NAME", context.projectName().value());
    return new Variables(name, context.trail());
  }

  Node.Mapping resolve(Node.Mapping mapping, String key, Unset unset) {
    Node variables = mapping.get(key).orElse(new Node.Null(mapping.span()));
    return switch (variables) {
      case Node.Mapping given -> Edit.replaced(mapping, key, fields(given, unset));
      case Node.Sequence given -> Edit.replaced(mapping, key, items(given, unset));
      case Node.Scalar _, Node.Tagged _ -> mapping;
    };
  }

  private Node fields(Node.Mapping variables, Unset unset) {
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    variables
        .fields()
        .forEach((name, field) -> {
          if (!(field.value() instanceof Node.Null)) {
            fields.put(name, field);
            return;
          }
          Optional<Node> value =
              value(name, field.keySpan()).map(text -> new Node.Text(text, field.keySpan()));
          value
              .or(() -> unset == Unset.KEPT ? Optional.of(field.value()) : Optional.empty())
              .ifPresent(node -> fields.put(name, new Node.Field(field.keySpan(), node)));
        });
    return new Node.Mapping(fields, variables.span());
  }

  private Node items(Node.Sequence variables, Unset unset) {
    List<Node> items = new ArrayList<>();
    for (Node item : variables.items()) {
      if (item instanceof Node.Text(String name, var span) && !name.contains("=")) {
        Optional<Node> value =
            value(name, span).map(text -> new Node.Text(name + "=" + text, span));
        value
            .or(() -> unset == Unset.KEPT ? Optional.of(item) : Optional.empty())
            .ifPresent(items::add);
      } else {
        items.add(item);
      }
    }
    return new Node.Sequence(items, variables.span());
  }

  private Optional<String> value(String name, Span place) {
    Optional<String> value = Optional.ofNullable(outside.get(name));
    if (value.isPresent() && trail.records()) {
      SequencedMap<String, Optional<String>> looked = new LinkedHashMap<>();
      looked.put(name, value);
      trail.filled(place, value.get(), looked);
    }
    return value;
  }
}
