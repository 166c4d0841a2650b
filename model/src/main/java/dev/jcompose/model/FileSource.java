package dev.jcompose.model;

import java.nio.file.Path;
import java.util.Optional;

/// Where the content of a config or secret comes from.
public sealed interface FileSource {
  /// A file of the host, by absolute path.
  record HostFile(Path path) implements FileSource {}

  /// A variable of jcompose's own environment; no value when it is not set.
  record FromEnvironment(String variable, Optional<Sensitive> value) implements FileSource {}

  /// Text in the Compose file; only configs have it.
  record Inline(String content) implements FileSource {}

  /// An object that the platform owns under the element's name.
  record External() implements FileSource {}
}
