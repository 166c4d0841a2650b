package dev.jcompose.cli.text;

import dev.jcompose.spec.diagnostic.Diagnostic;

/// Diagnostics in the form that GitHub Actions turns into annotations of the lines of a change.
public final class Annotation {
  private Annotation() {}

  /// That diagnostic, without a line break at the end.
  ///
  /// @param file the name of its file as the repository knows it; unused when it is in none
  public static String of(Diagnostic diagnostic, String file) {
    var line = new StringBuilder("::").append(level(diagnostic.severity())).append(' ');
    diagnostic
        .span()
        .ifPresent(span -> {
          line.append("file=").append(property(file));
          line.append(",line=").append(span.line()).append(",endLine=").append(span.endLine());
          line.append(",col=").append(span.column()).append(",endColumn=").append(span.endColumn());
          line.append(',');
        });
    line.append("title=").append(property(diagnostic.code())).append("::");
    var words =
        (diagnostic.path().segments().isEmpty() ? "" : diagnostic.path() + ": ")
            + diagnostic.message()
            + diagnostic.hint().map(hint -> "\n" + hint).orElse("");
    return line.append(text(words)).toString();
  }

  /// An error that is about no file.
  public static String error(String title, String message) {
    return "::error title=" + property(title) + "::" + text(message);
  }

  private static String level(Diagnostic.Severity severity) {
    return switch (severity) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "notice";
    };
  }

  private static String text(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return text(text).replace(":", "%3A").replace(",", "%2C");
  }
}
