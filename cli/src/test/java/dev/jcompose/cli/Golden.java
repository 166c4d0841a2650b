package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Compares text with a file, by default one under `src/test/resources/golden`.
///
/// A missing file is written, and the test still fails; `-Dgolden.update` rewrites it and fails
/// too.
final class Golden {
  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  static void check(String name, String actual) {
    check(FOLDER.resolve(name + ".txt"), actual);
  }

  /// The same for a file elsewhere.
  static void check(Path file, String actual) {
    try {
      if (Files.notExists(file) || System.getProperty("golden.update") != null) {
        Files.createDirectories(file.resolveSibling("."));
        Files.writeString(file, actual);
        fail("wrote " + file + "; look at it, and run again");
      }
      assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
