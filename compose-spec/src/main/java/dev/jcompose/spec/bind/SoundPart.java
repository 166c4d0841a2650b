package dev.jcompose.spec.bind;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath.Segment;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;

/// What is left of a document when all that is known to be wrong is taken out: the keys and lists
/// with errors in them. The rest can still be looked at, so that the user hears of all mistakes at
/// once.
public final class SoundPart {
  private SoundPart() {}

  /// The sound part; empty if an error is about no key at all, so that nobody knows what it spoils.
  public static Optional<Node.Mapping> of(Node.Mapping document, List<Diagnostic> found) {
    Optional<Node.Mapping> sound = Optional.of(document);
    for (Diagnostic diagnostic : found) {
      if (diagnostic.severity() == Diagnostic.Severity.ERROR) {
        List<Segment> path = diagnostic.path().segments();
        sound = sound.flatMap(rest -> without(rest, path));
      }
    }
    return sound;
  }

  /// Without the key that the path leads to, or the list that it leads into; what is gone already
  /// is well gone.
  private static Optional<Node.Mapping> without(Node.Mapping mapping, List<Segment> path) {
    if (path.isEmpty() || !(path.getFirst() instanceof Segment.Key(String key))) {
      return Optional.empty();
    }
    if (path.size() == 1 || path.get(1) instanceof Segment.Index) {
      return Optional.of(mapping.without(key));
    }
    return mapping
        .field(key)
        .map(field ->
            field.value() instanceof Node.Mapping below
                ? without(below, path.subList(1, path.size()))
                    .map(rest -> mapping.with(key, new Node.Field(field.keySpan(), rest)))
                : Optional.<Node.Mapping>empty())
        .orElse(Optional.of(mapping));
  }
}
