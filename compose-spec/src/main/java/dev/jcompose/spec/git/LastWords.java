package dev.jcompose.spec.git;

import java.util.stream.Collectors;

/// What git says when it fails, in one line and without secrets.
final class LastWords {
  private static final int MOST_LINES = 3;
  private static final int LONGEST = 400;

  private LastWords() {}

  static String of(Programs.Finished finished) {
    String words =
        finished
            .errors()
            .lines()
            .takeWhile(line -> !line.startsWith("Please make sure"))
            .map(line -> line.replaceFirst("^(fatal|error|ERROR): ", "").strip())
            .filter(line -> !line.isEmpty() && !line.startsWith("warning:"))
            .limit(MOST_LINES)
            .collect(Collectors.joining(" "));
    String shown = words.isEmpty() ? "git ends with status " + finished.status() : words;
    return safe(shown.length() > LONGEST ? shown.substring(0, LONGEST) + "…" : shown);
  }

  /// That text without passwords in addresses, and without what a terminal would act on.
  static String safe(String text) {
    return text.replaceAll("://[^/@\\s]*@", "://").replaceAll("\\p{Cntrl}", " ");
  }
}
