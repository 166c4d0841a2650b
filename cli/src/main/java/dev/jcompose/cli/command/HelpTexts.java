package dev.jcompose.cli.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// What `--help` prints: picocli's words, written down so that it need not be started for them.
public final class HelpTexts {
  private HelpTexts() {}

  /// The help text of a command of {@link Commands}, or of the whole program for `jcompose`.
  public static String of(String name) {
    try (var text = HelpTexts.class.getResourceAsStream("help/" + name + ".txt")) {
      if (text == null) {
        throw new IllegalStateException("no help text for " + name);
      }
      return new String(text.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
