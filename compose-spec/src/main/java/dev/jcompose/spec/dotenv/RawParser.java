package dev.jcompose.spec.dotenv;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Span;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Lines of `KEY=value` without quotes, escapes or interpolation; `#` at the start of a line is a
/// comment.
final class RawParser {
  private final SourceFile file;
  private final Function<String, Optional<String>> lookup;
  private final Problems problems;
  private final Assignments assignments;
  private final SequencedMap<String, String> variables = new LinkedHashMap<>();

  RawParser(
      SourceFile file,
      Function<String, Optional<String>> lookup,
      Problems problems,
      Assignments assignments) {
    this.assignments = assignments;
    this.file = file;
    this.lookup = lookup;
    this.problems = problems;
  }

  SequencedMap<String, String> parse() {
    String text = file.text();
    if (text.indexOf('\0') >= 0) {
      complain("the character U+0000 stands in this file", 1, 1);
      return variables;
    }
    List<String> lines = (text.startsWith("\uFEFF") ? text.substring(1) : text).lines().toList();
    for (int i = 0; i < lines.size(); i++) {
      String line = withoutIndent(lines.get(i));
      if (!line.isEmpty() && !line.startsWith("#")) {
        read(line, i + 1);
      }
    }
    return variables;
  }

  private void read(String line, int number) {
    int equals = line.indexOf('=');
    String name = equals < 0 ? line : line.substring(0, equals);
    if (name.isEmpty()) {
      complain("no name stands before `=`", number, 1);
    } else if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      complain("the name \"" + name + "\" contains white space", number, name.length());
    } else if (equals >= 0) {
      variables.put(name, line.substring(equals + 1));
      assignments.found(name, span(number, name.length()), line.substring(equals + 1));
    } else {
      lookup.apply(name).ifPresent(value -> variables.put(name, value));
      assignments.found(name, span(number, name.length()), name);
    }
  }

  private void complain(String message, int line, int length) {
    problems.add(Diagnostic.error("env-syntax", message, span(line, length), NodePath.ROOT));
  }

  private Span span(int line, int length) {
    return new Span(file.name(), line, 1, line, 1 + length);
  }

  private static String withoutIndent(String line) {
    int start = 0;
    while (start < line.length() && (line.charAt(start) == ' ' || line.charAt(start) == '\t')) {
      start++;
    }
    return line.substring(start);
  }
}
