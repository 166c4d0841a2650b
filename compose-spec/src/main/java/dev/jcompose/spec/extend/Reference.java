package dev.jcompose.spec.extend;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.yaml.Kinds;
import dev.jcompose.spec.yaml.Node;
import java.util.Optional;

/// What `extends` says: a service, and the file it is in unless it is the same one.
record Reference(Node.Text service, Optional<Node.Text> file) {

  /// Reads either form; nothing if it is none of them, which is then among the problems.
  static Optional<Reference> of(Node node, NodePath path, Problems problems) {
    return switch (node) {
      case Node.Text service -> Optional.of(new Reference(service, Optional.empty()));
      case Node.Mapping mapping -> {
        Optional<Node.Text> service = text(mapping, "service", path, problems);
        if (mapping.get("service").isEmpty()) {
          problems.add(
              Diagnostic.error("extends", "`service` is missing", mapping.span(), path)
                  .withHint("It names the service to extend."));
        }
        Optional<Node.Text> file = text(mapping, "file", path, problems);
        yield service.map(name -> new Reference(name, file));
      }
      default -> {
        problems.add(
            Diagnostic.error(
                "extends",
                "`extends` is the name of a service or a mapping, and this is " + Kinds.of(node),
                node.span(),
                path));
        yield Optional.empty();
      }
    };
  }

  private static Optional<Node.Text> text(
      Node.Mapping mapping, String key, NodePath path, Problems problems) {
    Optional<Node> value = mapping.get(key);
    value
        .filter(node -> !(node instanceof Node.Text || node instanceof Node.Null))
        .ifPresent(node ->
            problems.add(
                Diagnostic.error(
                    "extends",
                    "`" + key + "` must be text, and this is " + Kinds.of(node),
                    node.span(),
                    path.child(key))));
    return value.filter(Node.Text.class::isInstance).map(Node.Text.class::cast);
  }
}
