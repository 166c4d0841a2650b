package dev.jcompose.spec.dotenv;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.interpolate.Template;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/// The usual format of files of variables, as docker compose reads it.
///
/// ```
/// # a comment
/// export KEY=plain value # a comment
/// QUOTED="with ${OTHER} and \n"
/// LITERAL='with $OTHER'
/// FROM_OUTSIDE
/// ```
///
/// Quoted values may span lines. A faulty line is passed over, so that all of them are reported.
final class DotEnvParser {
  private final SourceFile file;
  private final Function<String, Optional<String>> lookup;
  private final Problems problems;
  private final Assignments assignments;
  private final EnvCursor cursor;
  private final SequencedMap<String, String> variables = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();

  DotEnvParser(
      SourceFile file,
      Function<String, Optional<String>> lookup,
      Problems problems,
      Assignments assignments) {
    this.assignments = assignments;
    this.file = file;
    this.lookup = lookup;
    this.problems = problems;
    this.cursor = new EnvCursor(file.text());
  }

  SequencedMap<String, String> parse() {
    int nul = file.text().indexOf('\0');
    if (nul >= 0) {
      complain("the character U+0000 stands here", nul, 1);
      return variables;
    }
    cursor.skipToStatement();
    while (!cursor.atEnd()) {
      statement();
      cursor.skipToStatement();
    }
    return variables;
  }

  private void statement() {
    cursor.skipExport();
    int start = cursor.index();
    int end = cursor.endOfName();
    char stop = cursor.charAt(end);
    String name = cursor.slice(start, end).stripTrailing();
    if (stop != '=' && stop != ':' && stop != '\n' && !cursor.isEnd(end)) {
      complain("the character \"" + stop + "\" may not stand in a variable's name", end, 1);
      cursor.skipLine();
    } else if (name.indexOf(' ') >= 0 || name.indexOf('\t') >= 0) {
      complain("the variable's name \"" + name + "\" contains white space", start, name.length());
      cursor.skipLine();
    } else if (stop == '=' || stop == ':') {
      cursor.moveTo(end + 1);
      value(name);
      tell(name, start, end + 1);
    } else {
      cursor.moveTo(end);
      lookup.apply(name).ifPresent(value -> variables.put(name, value));
      tell(name, start, start);
    }
  }

  private void tell(String name, int start, int valueStart) {
    if (!assignments.equals(Assignments.UNNOTICED)) {
      String typed = cursor.slice(valueStart, cursor.index()).strip();
      assignments.found(name, span(start, name.length()), typed);
    }
  }

  private void value(String name) {
    cursor.skipBlanks();
    int start = cursor.index();
    switch (cursor.charAt(start)) {
      case '"' -> quoted('"', start).ifPresent(text -> put(name, EnvEscapes.expand(text), start));
      case '\'' -> quoted('\'', start).ifPresent(text -> variables.put(name, text));
      default -> put(name, withoutComment(cursor.restOfLine()), start);
    }
  }

  private void put(String name, String template, int start) {
    Template.Result result = Template.of(template).fill(this::find);
    result.unset().forEach(variable -> warn(variable, start));
    for (Template.Fault fault : result.faults()) {
      cursor
          .indexOf(fault.expression(), start)
          .ifPresentOrElse(
              at -> complain(fault.message(), at, fault.expression().length()),
              () -> complain(fault.message(), start, 1));
    }
    if (result.text().indexOf('\0') >= 0) {
      complain("the value holds the character U+0000", start, 1);
    } else {
      variables.put(name, result.text());
    }
  }

  private Optional<String> find(String name) {
    return lookup.apply(name).or(() -> Optional.ofNullable(variables.get(name)));
  }

  /// What stands between the quotes; an escaped quote is unescaped, other escapes are kept.
  private Optional<String> quoted(char quote, int start) {
    StringBuilder text = new StringBuilder();
    for (int i = start + 1; cursor.charAt(i) != EnvCursor.END; i++) {
      char c = cursor.charAt(i);
      if (c == '\\' && cursor.charAt(i + 1) == quote) {
        text.append(quote);
        i++;
      } else if (c == '\\' && cursor.charAt(i + 1) == '\\') {
        text.append("\\\\");
        i++;
      } else if (c == quote) {
        cursor.moveTo(i + 1);
        return Optional.of(text.toString());
      } else {
        text.append(c);
      }
    }
    complain("this quote is never closed", start, 1);
    cursor.moveTo(start);
    cursor.skipLine();
    return Optional.empty();
  }

  private static String withoutComment(String line) {
    int comment = line.indexOf(" #");
    return (comment < 0 ? line : line.substring(0, comment)).stripTrailing();
  }

  /// Once for each variable.
  private void warn(String variable, int start) {
    if (told.add(variable)) {
      int at =
          Stream.of("${", "$")
              .flatMapToInt(sign -> cursor.indexOf(sign + variable, start).stream())
              .min()
              .orElse(start);
      problems.add(
          Diagnostic.warning(
              "variable-unset",
              "The \"" + variable + "\" variable is not set. Defaulting to a blank string.",
              span(at, variable.length() + 1),
              NodePath.ROOT));
    }
  }

  private void complain(String message, int start, int length) {
    problems.add(Diagnostic.error("env-syntax", message, span(start, length), NodePath.ROOT));
  }

  private Span span(int start, int length) {
    EnvCursor.Place place = cursor.place(start);
    return new Span(
        file.name(), place.line(), place.column(), place.line(), place.column() + length);
  }
}
