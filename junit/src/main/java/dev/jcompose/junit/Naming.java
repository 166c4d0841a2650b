package dev.jcompose.junit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.UUID;

/// How a project is named, and with that, whether the next run finds it again.
///
/// @param title what people recognise, e.g. the name of a class
/// @param use whether it may be kept
record Naming(String title, Use use) {
  private static final int LONGEST_TITLE = 30;
  private static final int DIGITS = 8;

  /// What becomes of the project after the tests.
  enum Use {
    /// It is removed.
    ONCE,
    /// It is left as it is for the next run.
    KEPT
  }

  /// The name: always another one, or always the same for the same definition.
  String name(Definition definition) {
    var suffix =
        switch (use) {
          case ONCE -> UUID.randomUUID().toString().substring(0, DIGITS);
          case KEPT -> "kept-" + digest(title + definition);
        };
    return prefix() + "-" + suffix;
  }

  private String prefix() {
    var letters = title.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
    return letters.isEmpty()
        ? "test"
        : letters.substring(0, Math.min(LONGEST_TITLE, letters.length()));
  }

  private static String digest(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var bytes = digest.digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(bytes).substring(0, DIGITS);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java has SHA-256", missing);
    }
  }
}
