package dev.jcompose.spec.explain;

import dev.jcompose.spec.diagnostic.NodePath;
import java.util.List;
import java.util.Optional;

/// What can be said of a path.
public sealed interface Answer {
  /// Each value there and below, in the order of the project, but first the collections around it
  /// that replaced something as a whole.
  record Explained(List<Explanation> values) implements Answer {
    public Explained {
      values = List.copyOf(values);
    }
  }

  /// Nothing is there.
  ///
  /// @param known the part of the path that is there
  /// @param word the first that is not
  /// @param nearest what the user may have meant by it
  record Unknown(NodePath known, String word, Optional<String> nearest) implements Answer {}
}
