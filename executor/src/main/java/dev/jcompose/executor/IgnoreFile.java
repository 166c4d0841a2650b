package dev.jcompose.executor;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// The file that says what a build context leaves out.
public final class IgnoreFile {
  private static final String NAME = ".dockerignore";

  private IgnoreFile() {}

  /// Its text; empty when there is none. A Dockerfile may have one of its own, which then counts
  /// alone.
  public static String text(Path context, Path dockerfile) throws IOException {
    Path own = dockerfile.resolveSibling(dockerfile.getFileName() + NAME);
    Path common = context.resolve(NAME);
    Path used = Files.isRegularFile(own) ? own : common;
    return Files.isRegularFile(used) ? Files.readString(used, StandardCharsets.UTF_8) : "";
  }
}
