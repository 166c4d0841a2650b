package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;

/// Told of every alias in a file that is read.
@FunctionalInterface
public interface Aliases {
  /// An alias was put in place.
  ///
  /// @param path what it is the value of; the last key is `<<` for a merge key
  /// @param place the alias itself
  /// @param target what it stands for
  void found(NodePath path, Span place, Span target);
}
