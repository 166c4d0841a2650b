package dev.jcompose.planner;

import dev.jcompose.model.Sensitive;
import java.nio.file.Path;

/// A config or secret to be written into a container.
///
/// @param target an absolute path in the container
/// @param within a directory above it that can be written to, and is there when the container is
///   made
/// @param mode permission bits
public record FileUpload(
    String target, String within, Content content, int uid, int gid, int mode) {
  /// A file in a container that can be written to everywhere.
  public FileUpload(String target, Content content, int uid, int gid, int mode) {
    this(target, "/", content, uid, gid, mode);
  }

  /// What is written.
  public sealed interface Content {
    /// What a file of the host holds when the step is run.
    record OfFile(Path path) implements Content {}

    /// Text; it is never shown.
    record Text(Sensitive text) implements Content {}

    /// Whom the user has logged in as at registries when the step is run, as the docker command
    /// line keeps it.
    record Credentials() implements Content {}
  }
}
