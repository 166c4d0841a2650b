package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Span;
import java.util.Objects;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/// Says what is wrong with a file that is not YAML, and where the user should look first: what was
/// opened and never closed is at fault where it opens, not where the file ends.
final class SyntaxErrors {
  private final SourceFile file;

  SyntaxErrors(SourceFile file) {
    this.file = file;
  }

  /// @param lastQuoted the text in quotes over several lines that was read last, if any
  Diagnostic of(YamlEngineException e, Optional<Span> lastQuoted) {
    return switch (e) {
      case MarkedYamlEngineException marked -> marked(marked, lastQuoted);
      case ReaderException reader ->
          error("this control character may not stand in YAML", at(reader.getPosition()));
      default ->
          error(
              SyntaxMessages.plain(Objects.requireNonNullElse(e.getMessage(), "")),
              new Span(file.name(), 1, 1, 1, 1));
    };
  }

  private Diagnostic marked(MarkedYamlEngineException e, Optional<Span> lastQuoted) {
    String problem = Objects.requireNonNullElse(e.getProblem(), "");
    Span place = span(e.getProblemMark().or(e::getContextMark));
    Optional<Span> swallowed = lastQuoted.filter(quoted -> quoted.endLine() == place.line());
    if (swallowed.isPresent()) {
      Span opening = swallowed.get();
      return error(
              "the quote that opens here closes only in line " + place.line(),
              new Span(
                  file.name(),
                  opening.line(),
                  opening.column(),
                  opening.line(),
                  opening.column() + 1))
          .withHint("What follows it there is not YAML, so one quote is probably missing here.");
    }
    Optional<Span> variable = bareVariable(place);
    if (variable.isPresent()) {
      return error("a variable between `{` and `}` or `[` and `]` needs quotes", variable.get())
          .withHint("A `{` of its own begins a mapping there. Write \"${...}\".");
    }
    boolean opened = SyntaxMessages.isAboutItsOpening(problem);
    return error(
        SyntaxMessages.plain(problem),
        opened ? span(e.getContextMark().or(e::getProblemMark)) : place);
  }

  /// The variable whose opening brace is at that place, if there is one.
  private Optional<Span> bareVariable(Span brace) {
    return file.text()
        .lines()
        .skip(brace.line() - 1L)
        .findFirst()
        .map(line -> line.codePoints().toArray())
        .filter(line -> brace.column() > 1 && brace.column() <= line.length)
        .filter(line -> line[brace.column() - 1] == '{' && line[brace.column() - 2] == '$')
        .map(line -> {
          int end = brace.column();
          while (end < line.length && line[end - 1] != '}') {
            end++;
          }
          return new Span(file.name(), brace.line(), brace.column() - 1, brace.line(), end + 1);
        });
  }

  private static Diagnostic error(String message, Span span) {
    return Diagnostic.error("yaml-syntax", message, span, NodePath.ROOT);
  }

  private Span span(Optional<Mark> mark) {
    int line = mark.map(Mark::getLine).orElse(0) + 1;
    int column = mark.map(Mark::getColumn).orElse(0) + 1;
    return new Span(file.name(), line, column, line, column + 1);
  }

  /// The place of a code point, counted from 0 in the whole text.
  private Span at(int position) {
    int line = 1;
    int column = 1;
    int[] before = file.text().codePoints().limit(position).toArray();
    for (int point : before) {
      line += point == '\n' ? 1 : 0;
      column = point == '\n' ? 1 : column + 1;
    }
    return new Span(file.name(), line, column, line, column + 1);
  }
}
