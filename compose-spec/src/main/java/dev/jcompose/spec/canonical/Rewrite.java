package dev.jcompose.spec.canonical;

import dev.jcompose.spec.yaml.Node;

/// Writes one value in its long form.
@FunctionalInterface
interface Rewrite {
  /// The long form of `value`; the value itself if it has it already or cannot have it, and then
  /// the place knows why.
  Node apply(Node value, Place place);
}
