package dev.jcompose.spec.trail;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Where the steps of loading note what becomes of values.
///
/// Nodes keep their spans through all steps, so a span tells which value is meant.
public interface Trail {
  /// Keeps nothing.
  Trail NONE = new Trail() {};

  /// Whether anything is kept; a step may leave out what is costly to note if not.
  default boolean records() {
    return false;
  }

  /// A document as it was typed.
  default void typed(Node.Mapping document) {}

  /// A value as it was typed elsewhere than in a document.
  default void typed(Node.Text value) {}

  /// An alias, in a document as it was typed.
  ///
  /// @param path what it is the value of; the last key is `<<` for a merge key
  /// @param place the alias itself
  /// @param target what it stands for
  default void aliased(NodePath path, Span place, Span target) {}

  /// A value that stands at this path now, instead of another.
  default void overrode(NodePath path, Node winner, Node loser) {}

  /// A service that was laid over another.
  default void extended(Extension extension) {}

  /// Files that were taken in with all they contain.
  ///
  /// @param place the item of `include`
  /// @param files by the names that spans have
  default void included(Span place, List<String> files) {}

  /// Text into which variables were filled.
  ///
  /// @param text what came out
  /// @param variables those that were looked up, with their values
  default void filled(Span place, String text, SequencedMap<String, Optional<String>> variables) {}

  /// A value that was read from a file which a service names.
  ///
  /// @param place in that file
  default void read(NodePath path, Span place, FileItem item) {}

  /// What gave a variable for interpolation its value; without that the process did.
  default void variable(String name, VariableSource source) {}

  /// What gave the project its name.
  default void named(VariableSource source) {}

  /// The variable `COMPOSE_PROJECT_NAME` gave the project its name.
  default void namedByVariable() {}

  /// The same trail for an included project, whose variables concern nobody else.
  default Trail inner() {
    return this;
  }
}
