package dev.jcompose.spec.explain;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.NodePath;
import java.util.List;

/// Where one value of a project comes from.
///
/// @param path where it stands in the project as `config` prints it
/// @param value a collection only if it is empty, or took the place of something as a whole
/// @param steps how it got from its origin into the project, nearest to the value first
/// @param overridden what would stand there without it, nearest first
public record Explanation(
    NodePath path, Value value, Origin origin, List<Step> steps, List<Overridden> overridden) {
  public Explanation {
    steps = List.copyOf(steps);
    overridden = List.copyOf(overridden);
  }
}
