package dev.jcompose.spec.yaml;

import java.util.Locale;
import java.util.Map;

/// The YAML parser's complaints as sentences for people who write YAML, not parsers.
final class SyntaxMessages {
  /// How a complaint begins, and what it means.
  private static final Map<String, String> MEANINGS =
      Map.ofEntries(
          Map.entry(
              "mapping values are not allowed here",
              "a `:` is not expected here: either the indentation is off, or the text before it"
                  + " needs quotes"),
          Map.entry("mapping keys are not allowed here", "a key is not expected here"),
          Map.entry("could not find expected ':'", "the key has no `:` after it"),
          Map.entry(
              "expected <block end>, but found '<block mapping start>'",
              "this key is indented more than those before it"),
          Map.entry(
              "expected <block end>, but found '<block sequence start>'",
              "this list is not indented like what stands before it"),
          Map.entry(
              "expected <block end>, but found '-'",
              "a list item stands where a key is expected, or is indented differently"),
          Map.entry("expected <block end>", "the indentation does not fit any of the lines above"),
          Map.entry(
              "expected ',' or ']'", "the list that opens here lacks a `,` or its closing `]`"),
          Map.entry(
              "expected ',' or '}'", "the mapping that opens here lacks a `,` or its closing `}`"),
          Map.entry("found unexpected end of stream", "the quote that opens here is never closed"),
          Map.entry(
              "found unexpected document separator",
              "the quote that opens here is not closed before the document ends"),
          Map.entry(
              "found unknown escape character",
              "unknown escape after a backslash in double quotes"),
          Map.entry("found a tab character", "a tab is used for indentation"),
          Map.entry("found a key after \\t(TAB)", "a tab is used for indentation"),
          Map.entry(
              "found character '\\t(TAB)' that cannot start any token",
              "a tab is used for indentation"),
          Map.entry("found character '@'", "text that begins with `@` needs quotes"),
          Map.entry("found character '`'", "text that begins with a backtick needs quotes"),
          Map.entry("found character '%'", "text that begins with `%` needs quotes"));

  private SyntaxMessages() {}

  /// Whether the place to look at is where something opens, not where the parser gave up.
  static boolean isAboutItsOpening(String problem) {
    return problem.startsWith("expected ',' or")
        || problem.startsWith("found unexpected end of stream")
        || problem.startsWith("found unexpected document separator");
  }

  static String plain(String problem) {
    return MEANINGS.entrySet().stream()
        .filter(meaning -> problem.startsWith(meaning.getKey()))
        .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
        .map(Map.Entry::getValue)
        .orElseGet(() -> "not YAML: " + firstLine(problem));
  }

  private static String firstLine(String problem) {
    String line = problem.lines().findFirst().orElse("the parser gives up");
    return line.substring(0, Math.min(1, line.length())).toLowerCase(Locale.ROOT)
        + line.substring(Math.min(1, line.length()));
  }
}
