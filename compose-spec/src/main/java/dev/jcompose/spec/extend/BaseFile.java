package dev.jcompose.spec.extend;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.Optional;

/// A file with services to extend, ready to be merged from: variables filled in, paths resolved.
///
/// @param name as shown to the user
/// @param path what tells it from other files
public record BaseFile(String name, Path path, Node.Mapping document) {

  /// Reads other files for {@link Extender}.
  @FunctionalInterface
  public interface Reader {
    /// The file that `extends` names, or nothing if it cannot be read, which is then among the
    /// problems.
    Optional<BaseFile> read(Node.Text name, NodePath place);
  }

  Optional<Node.Mapping> services() {
    return document
        .get("services")
        .filter(Node.Mapping.class::isInstance)
        .map(Node.Mapping.class::cast);
  }
}
