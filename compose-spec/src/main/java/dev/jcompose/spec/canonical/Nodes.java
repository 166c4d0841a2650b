package dev.jcompose.spec.canonical;

import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Makes the mapping that stands for a short form; all of it keeps the short form's span.
final class Nodes {
  private final Span span;
  private final SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();

  private Nodes(Span span) {
    this.span = span;
  }

  static Nodes at(Node shortForm) {
    return new Nodes(shortForm.span());
  }

  Nodes text(String key, String text) {
    return put(key, new Node.Text(text, span));
  }

  Nodes flag(String key, boolean flag) {
    return put(key, new Node.Bool(flag, Boolean.toString(flag), span));
  }

  Nodes put(String key, Node value) {
    fields.put(key, new Node.Field(span, value));
    return this;
  }

  boolean isEmpty() {
    return fields.isEmpty();
  }

  Node.Mapping mapping() {
    return new Node.Mapping(fields, span);
  }
}
