package dev.jcompose.spec.canonical;

import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The short forms that need a line or two.
final class ShortForms {
  private static final Pattern SSH_KEY =
      Pattern.compile("(?<id>.*?)(?:=|: )(?<path>.*)", Pattern.DOTALL);

  private ShortForms() {}

  /// Each item of a list.
  static Rewrite each(Rewrite item) {
    return (node, at) -> {
      if (!(node instanceof Node.Sequence(List<Node> items, var span))) {
        return node;
      }
      List<Node> rewritten = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        rewritten.add(item.apply(items.get(i), at.child(i)));
      }
      return new Node.Sequence(rewritten, span);
    };
  }

  /// Each value of a mapping with keys of the user's.
  static Rewrite values(Rewrite value) {
    return (node, at) -> {
      if (!(node instanceof Node.Mapping mapping)) {
        return node;
      }
      SequencedMap<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
      fields.replaceAll((key, field) ->
          new Node.Field(field.keySpan(), value.underTag(field.value(), at.child(key))));
      return new Node.Mapping(fields, mapping.span());
    };
  }

  /// One text is a list of one.
  static Node list(Node node, Place at) {
    return node instanceof Node.Text ? new Node.Sequence(List.of(node), node.span()) : node;
  }

  /// The same; empty texts count as not written.
  static Node nonEmptyTexts(Node node, Place at) {
    return list(node, at) instanceof Node.Sequence(List<Node> items, var span)
        ? new Node.Sequence(
            items.stream()
                .filter(item -> !(item instanceof Node.Scalar scalar && scalar.raw().isEmpty()))
                .toList(),
            span)
        : node;
  }

  /// Whatever it is, as text.
  static Node text(Node node, Place at) {
    return node instanceof Node.Bool(boolean flag, var _, var span)
        ? new Node.Text(Boolean.toString(flag), span)
        : node;
  }

  /// A list of keys as a mapping to nothing.
  static Node keys(Node node, Place at) {
    if (!(node instanceof Node.Sequence(List<Node> items, var span))) {
      return node;
    }
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (Node item : items) {
      if (item instanceof Node.Scalar key) {
        fields.put(key.raw(), new Node.Field(item.span(), new Node.Null(item.span())));
      }
    }
    return new Node.Mapping(fields, span);
  }

  /// A list of services as a mapping to conditions.
  static Node dependencies(Node node, Place at) {
    if (node instanceof Node.Sequence) {
      return values((key, _) -> dependency(Nodes.at(key).mapping())).apply(keys(node, at), at);
    }
    return values((value, _) -> value instanceof Node.Mapping given ? dependency(given) : value)
        .apply(node, at);
  }

  private static Node.Mapping dependency(Node.Mapping dependency) {
    Nodes defaults =
        Nodes.at(dependency).text("condition", "service_started").flag("required", true);
    return withDefaults(dependency, defaults.mapping());
  }

  private static Node.Mapping withDefaults(Node.Mapping mapping, Node.Mapping defaults) {
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
    defaults.fields().forEach(fields::putIfAbsent);
    return new Node.Mapping(fields, mapping.span());
  }

  static Node envFiles(Node node, Place at) {
    return each(ShortForms::envFile).apply(list(node, at), at);
  }

  private static Node envFile(Node node, Place at) {
    Node.Mapping file =
        node instanceof Node.Mapping given ? given : Nodes.at(node).put("path", node).mapping();
    return withDefaults(file, Nodes.at(node).flag("required", true).mapping());
  }

  static Node extendsTarget(Node node, Place at) {
    return node instanceof Node.Text ? Nodes.at(node).put("service", node).mapping() : node;
  }

  /// The source of a config or secret.
  static Node grant(Node node, Place at) {
    return node instanceof Node.Text ? Nodes.at(node).put("source", node).mapping() : node;
  }

  static Node pairs(Node node, Place at) {
    if (!(node instanceof Node.Sequence(List<Node> items, var span))) {
      return node;
    }
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String text = item instanceof Node.Scalar scalar ? scalar.raw() : "";
      int equals = text.indexOf('=');
      if (equals < 0) {
        at.child(i).error("bad-value", "\"" + text + "\" is not of the form `KEY=VALUE`", item);
        return node;
      }
      Node value = new Node.Text(text.substring(equals + 1), item.span());
      fields.put(text.substring(0, equals), new Node.Field(item.span(), value));
    }
    return new Node.Mapping(fields, span);
  }

  /// `ID=PATH`, or `ID: PATH` as it is printed. Only the user's own agent goes without a path.
  static Node sshKeys(Node node, Place at) {
    if (!(node instanceof Node.Sequence(List<Node> items, var span))) {
      return node;
    }
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (int i = 0; i < items.size(); i++) {
      Node item = items.get(i);
      String text = item instanceof Node.Scalar scalar ? scalar.raw() : "";
      Matcher key = SSH_KEY.matcher(text);
      boolean hasPath = key.matches();
      if (!hasPath && !text.equals("default")) {
        at.child(i).error("bad-value", "\"" + text + "\" needs a path: write `ID=PATH`", item);
      }
      Node value =
          hasPath ? new Node.Text(key.group("path"), item.span()) : new Node.Null(item.span());
      fields.put(hasPath ? key.group("id") : text, new Node.Field(item.span(), value));
    }
    return new Node.Mapping(fields, span);
  }

  /// The old `external: {name: NAME}` becomes `external: true` and `name: NAME`.
  static Node external(Node node, Place at) {
    if (!(node instanceof Node.Mapping element
        && element.get("external").orElse(element) instanceof Node.Mapping old
        && element.get("external").isPresent())) {
      return node;
    }
    Node.Field flag = new Node.Field(old.span(), new Node.Bool(true, "true", old.span()));
    Node.Mapping rewritten = element.with("external", flag);
    if (old.get("name").orElse(old) instanceof Node.Scalar name) {
      if (element.get("name").orElse(name) instanceof Node.Scalar given
          && !given.raw().equals(name.raw())) {
        at.surely("conflict", "`name` and `external.name` differ; only `name` is needed", name);
      } else if (element.get("name").isEmpty()) {
        return rewritten.with("name", new Node.Field(name.span(), name));
      }
    }
    return rewritten;
  }
}
