package dev.jcompose.cli.text;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How serious a line of a log is, by the words that programs commonly use.
public enum LogLevel {
  TRACE,
  DEBUG,
  INFO,
  WARN,
  ERROR,
  FATAL;

  private static final String WORDS =
      "trace|debug|info|information|notice|warn|warning|error|err|fatal|critical|crit|panic|emerg"
          + "|alert|severe";

  /// `"level":"warn"`, `level=warn`, `severity: WARN`.
  private static final Pattern FIELD =
      Pattern.compile(
          "\"?\\b(?:level|lvl|severity|loglevel|log\\.level)\"?\\s*[=:]\\s*\"?(" + WORDS + ")\\b",
          Pattern.CASE_INSENSITIVE);

  /// Of the library klog: a letter, month and day, then the time.
  private static final Pattern KLOG = Pattern.compile("^([IWEF])\\d{4} \\d\\d:\\d\\d:\\d\\d");

  /// `[warn]`, `<warn>`, `(warn)` in any case; `WARN` and `Warn:` only so, as they may be words of
  /// a sentence.
  private static final Pattern WORD =
      Pattern.compile(
          "[\\[<(](?i:("
              + WORDS
              + "))[\\]>)]|(?:^|[\\s|])(?:("
              + WORDS.toUpperCase(Locale.ROOT)
              + ")\\b|(?i:("
              + WORDS
              + ")):)");

  /// Levels stand near the beginning.
  private static final int LOOKED_AT = 400;

  /// That of a line; empty when it says none.
  public static Optional<LogLevel> of(String line) {
    String start = line.length() > LOOKED_AT ? line.substring(0, LOOKED_AT) : line;
    Matcher field = FIELD.matcher(start);
    if (field.find()) {
      return named(field.group(1));
    }
    Matcher klog = KLOG.matcher(start);
    if (klog.find()) {
      return named(klog.group(1));
    }
    Matcher word = WORD.matcher(start);
    return word.find()
        ? named(
            Optional.ofNullable(word.group(1))
                .or(() -> Optional.ofNullable(word.group(2)))
                .orElseGet(() -> word.group(3)))
        : Optional.empty();
  }

  /// The level of that name.
  public static Optional<LogLevel> named(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "trace" -> Optional.of(TRACE);
      case "debug" -> Optional.of(DEBUG);
      case "info", "information", "notice", "i" -> Optional.of(INFO);
      case "warn", "warning", "w" -> Optional.of(WARN);
      case "error", "err", "severe", "e" -> Optional.of(ERROR);
      case "fatal", "critical", "crit", "panic", "emerg", "alert", "f" -> Optional.of(FATAL);
      default -> Optional.empty();
    };
  }

  /// As it is written.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
