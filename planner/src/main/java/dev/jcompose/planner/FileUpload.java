package dev.jcompose.planner;

import dev.jcompose.model.Sensitive;
import java.nio.file.Path;

/// A config or secret to be written into a container.
///
/// @param target an absolute path in the container
/// @param mode permission bits
public record FileUpload(String target, Content content, int uid, int gid, int mode) {
  /// What is written.
  public sealed interface Content {
    /// What a file of the host holds when the step is run.
    record OfFile(Path path) implements Content {}

    /// Text; it is never shown.
    record Text(Sensitive text) implements Content {}
  }
}
