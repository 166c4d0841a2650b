package dev.jcompose.spec.path;

import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.nio.file.Path;
import java.util.Optional;

/// Resolves the relative paths of a document in the canonical form.
///
/// Paths that are absolute already stay as they are, so that the step may run again on a document
/// into which others, of other folders, were merged.
public final class PathResolver implements LoadStep {
  @Override
  public Mapping apply(Mapping document, LoadContext context) {
    return resolve(document, context.projectDirectory(), context);
  }

  /// The paths of that document, taken to start at `base`.
  ///
  /// @param base may be relative itself, and then so is what comes out
  public static Mapping resolve(Mapping document, Path base, LoadContext context) {
    Optional<String> home = Optional.ofNullable(context.environment().get("HOME"));
    PathRules rules = new PathRules(new Folder(base.toString(), home));
    return mapping(document, rules.table());
  }

  private static Mapping mapping(Mapping mapping, PathTable<PathRules.Rule> rules) {
    if (rules.isEmpty()) {
      return mapping;
    }
    return mapping.replacing((key, value) -> node(value, rules.key(key)));
  }

  private static Node node(Node node, PathTable<PathRules.Rule> rules) {
    Node resolved = rules.value().map(rule -> rule.apply(node)).orElse(node);
    return switch (resolved) {
      case Mapping mapping -> mapping(mapping, rules);
      case Sequence sequence ->
          rules.isEmpty() ? sequence : sequence.replacing((_, item) -> node(item, rules.item()));
      case Node.Tagged(Node.Tag tag, Node value, var span) ->
          new Node.Tagged(tag, node(value, rules), span);
      case Node.Scalar _ -> resolved;
    };
  }
}
