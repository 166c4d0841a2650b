package dev.jcompose.executor.docker;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The patterns of a `.dockerignore` file: the last one that fits a path or one of its parents
/// decides, and those with a `!` bring back what earlier ones took away.
final class IgnoreRules {
  private record Rule(Pattern pattern, boolean exception) {}

  private final List<Rule> rules;

  private IgnoreRules(List<Rule> rules) {
    this.rules = List.copyOf(rules);
  }

  static IgnoreRules parse(String text) {
    List<Rule> rules = new ArrayList<>();
    for (String raw : text.lines().toList()) {
      String line = raw.startsWith("\uFEFF") ? raw.substring(1) : raw;
      if (line.startsWith("#") || line.isBlank()) {
        continue;
      }
      boolean exception = line.strip().startsWith("!");
      String words = exception ? line.strip().substring(1).strip() : line.strip();
      String path = Path.of(words).normalize().toString().replaceFirst("^/+", "");
      if (!path.isEmpty() && !path.equals(".")) {
        rules.add(new Rule(Pattern.compile(regex(path)), exception));
      }
    }
    return new IgnoreRules(rules);
  }

  /// Whether some pattern brings back what another took away.
  boolean hasExceptions() {
    return rules.stream().anyMatch(Rule::exception);
  }

  /// @param path relative to the context, with `/` between its parts
  boolean ignores(String path) {
    boolean ignored = false;
    for (Rule rule : rules) {
      if (rule.exception() == ignored && fits(rule.pattern(), path)) {
        ignored = !rule.exception();
      }
    }
    return ignored;
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
