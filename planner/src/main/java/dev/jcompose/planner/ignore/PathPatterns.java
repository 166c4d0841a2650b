package dev.jcompose.planner.ignore;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Patterns as those of a `.dockerignore` file: the last one that fits a path or one of its parents
/// decides, and those with a `!` take back what earlier ones have named.
public final class PathPatterns {
  /// None, which fit nothing.
  public static final PathPatterns NONE = new PathPatterns(List.of());

  /// @param parts the patterns of the first parts of a path, up to one with `**`
  private record Rule(Pattern pattern, boolean exception, List<Pattern> parts) {}

  private final List<Rule> rules;

  private PathPatterns(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  /// Those of a file, one a line.
  public static PathPatterns parse(String text) {
    return of(text.lines().filter(line -> !line.startsWith("#")).toList());
  }

  /// These.
  public static PathPatterns of(List<String> patterns) {
    List<Rule> rules = new ArrayList<>();
    for (String raw : patterns) {
      String line = (raw.startsWith("\uFEFF") ? raw.substring(1) : raw).strip();
      if (line.isEmpty()) {
        continue;
      }
      boolean exception = line.startsWith("!");
      String words = exception ? line.substring(1).strip() : line;
      String path = Path.of(words).normalize().toString().replaceFirst("^/+", "");
      if (!path.isEmpty() && !path.equals(".")) {
        rules.add(rule(path, exception));
      }
    }
    return new PathPatterns(rules);
  }

  private static Rule rule(String path, boolean exception) {
    int open = path.indexOf("**");
    String definite = open < 0 ? path : path.substring(0, path.lastIndexOf('/', open) + 1);
    List<Pattern> parts = new ArrayList<>();
    for (String part : definite.split("/", -1)) {
      if (!part.isEmpty()) {
        parts.add(Pattern.compile(regex(part)));
      }
    }
    return new Rule(Pattern.compile(regex(path)), exception, List.copyOf(parts));
  }

  /// Whether there are none.
  public boolean isEmpty() {
    return rules.isEmpty();
  }

  /// Whether some pattern takes back what another has named.
  public boolean hasExceptions() {
    return rules.stream().anyMatch(Rule::exception);
  }

  /// Whether they name a path.
  ///
  /// @param path relative to where they begin, with `/` between its parts
  public boolean fit(String path) {
    boolean fit = false;
    for (Rule rule : rules) {
      if (rule.exception() == fit && fits(rule.pattern(), path)) {
        fit = !rule.exception();
      }
    }
    return fit;
  }

  /// Whether they name a folder and all that can ever be in it.
  public boolean fitAllBelow(String folder) {
    return fit(folder)
        && rules.stream().noneMatch(rule -> rule.exception() && mayFitBelow(rule, folder));
  }

  /// Whether they may name something in a folder, which need not be there.
  public boolean mayFitBelow(String folder) {
    return rules.stream().anyMatch(rule -> !rule.exception() && mayFitBelow(rule, folder));
  }

  private static boolean mayFitBelow(Rule rule, String folder) {
    String[] parts = folder.isEmpty() ? new String[0] : folder.split("/", -1);
    for (int i = 0; i < parts.length && i < rule.parts().size(); i++) {
      if (!rule.parts().get(i).matcher(parts[i]).matches()) {
        return false;
      }
    }
    return true;
  }

  private static boolean fits(Pattern pattern, String path) {
    for (int end = path.length(); end > 0; end = path.lastIndexOf('/', end - 1)) {
      if (pattern.matcher(path.substring(0, end)).matches()) {
        return true;
      }
    }
    return false;
  }

  /// As the engine's own client reads a pattern: `**` stands for any number of directories, `*` and
  /// `?` for characters but `/`, `[...]` for one of a set, and `\` takes the next character as it
  /// is.
  private static String regex(String pattern) {
    StringBuilder regex = new StringBuilder();
    int i = 0;
    while (i < pattern.length()) {
      char c = pattern.charAt(i++);
      if (c == '*' && i < pattern.length() && pattern.charAt(i) == '*') {
        i++;
        boolean slash = i < pattern.length() && pattern.charAt(i) == '/';
        i += slash ? 1 : 0;
        regex.append(i == pattern.length() ? ".*" : "(?:.*/)?");
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '[' && pattern.indexOf(']', i) > 0) {
        int end = pattern.indexOf(']', i);
        regex.append('[').append(pattern, i, end).append(']');
        i = end + 1;
      } else {
        boolean escape = c == '\\' && i < pattern.length();
        regex.append(Pattern.quote(String.valueOf(escape ? pattern.charAt(i++) : c)));
      }
    }
    return regex.toString();
  }
}
