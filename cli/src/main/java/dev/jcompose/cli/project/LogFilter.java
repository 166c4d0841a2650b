package dev.jcompose.cli.project;

import dev.jcompose.cli.text.LogLevel;
import dev.jcompose.executor.LogLine;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// Which lines of logs are shown. It is asked by one thread at a time.
public final class LogFilter {
  private final Rules rules;
  private final Map<ContainerId, LogLevel> levels = new HashMap<>();

  /// What a line has to be.
  ///
  /// @param with one of these is found in it; none: any line
  /// @param without none of these is
  /// @param level it is at least as serious
  public record Rules(List<Pattern> with, List<Pattern> without, Optional<LogLevel> level) {
    /// All lines.
    public static final Rules NONE = new Rules(List.of(), List.of(), Optional.empty());

    public Rules {
      with = List.copyOf(with);
      without = List.copyOf(without);
    }
  }

  LogFilter(Rules rules) {
    this.rules = rules;
  }

  /// The level of a line. One that says none belongs to the line before it, as the lines of a stack
  /// trace do.
  Optional<LogLevel> level(ObservedContainer container, LogLine line) {
    LogLevel.of(line.text()).ifPresent(level -> levels.put(container.id(), level));
    return Optional.ofNullable(levels.get(container.id()));
  }

  /// @param level the line's own; one that is not known counts as information
  boolean shows(LogLine line, Optional<LogLevel> level) {
    if (rules
        .level()
        .filter(least -> level.orElse(LogLevel.INFO).compareTo(least) < 0)
        .isPresent()) {
      return false;
    }
    if (rules.with().isEmpty() && rules.without().isEmpty()) {
      return true;
    }
    var text = line.text();
    return (rules.with().isEmpty() || isFound(rules.with(), text))
        && !isFound(rules.without(), text);
  }

  /// Whether levels need not be looked for.
  boolean ignoresLevels() {
    return rules.level().isEmpty();
  }

  private static boolean isFound(List<Pattern> patterns, String text) {
    return patterns.stream().anyMatch(pattern -> pattern.matcher(text).find());
  }
}
