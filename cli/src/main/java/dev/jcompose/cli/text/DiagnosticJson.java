package dev.jcompose.cli.text;

import dev.jcompose.spec.diagnostic.Diagnostic;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/// Diagnostics as JSON, one object a line. `docs/diagnostics.md` tells users its fields.
public final class DiagnosticJson {
  private DiagnosticJson() {}

  /// That diagnostic, without a line break at the end.
  public static String of(Diagnostic diagnostic) {
    return JsonText.of(fields(diagnostic));
  }

  /// Its fields, as {@link JsonText} takes them.
  public static SequencedMap<String, Object> fields(Diagnostic diagnostic) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("severity", diagnostic.severity().name().toLowerCase(Locale.ROOT));
    fields.put("code", diagnostic.code());
    fields.put("message", diagnostic.message());
    diagnostic
        .span()
        .ifPresent(span -> {
          fields.put("file", span.file());
          fields.put("line", span.line());
          fields.put("column", span.column());
          fields.put("endLine", span.endLine());
          fields.put("endColumn", span.endColumn());
        });
    if (!diagnostic.path().segments().isEmpty()) {
      fields.put("path", diagnostic.path().toString());
    }
    diagnostic.hint().ifPresent(hint -> fields.put("hint", hint));
    return fields;
  }
}
