package dev.jcompose.cli.text;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Diagnostic.Severity;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.lint.Linted;
import dev.jcompose.spec.lint.Rule;
import dev.jcompose.spec.lint.Rules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/// What `lint` found, for people and as JSON. `docs/lint.schema.json` tells the fields.
public final class LintText {
  private LintText() {}

  /// For people, with a last line that counts. Lines that hold passwords are not shown: it may be
  /// the log of a job.
  public static String of(Linted linted, Sources sources) {
    var printer = new DiagnosticPrinter(sources, linted::mayShow);
    return printer.print(linted.shown()) + counted(linted.shown()) + "\n";
  }

  private static String counted(List<Diagnostic> found) {
    var counts = new ArrayList<String>();
    for (Severity severity : Severity.values()) {
      long count = count(found, severity);
      if (count > 0) {
        counts.add(count + " " + word(severity) + (count == 1 ? "" : "s"));
      }
    }
    return counts.isEmpty() ? "Nothing found." : String.join(", ", counts);
  }

  /// As one object of JSON, without a line break at the end.
  public static String json(List<Diagnostic> found) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("version", 1);
    fields.put("errors", count(found, Severity.ERROR));
    fields.put("warnings", count(found, Severity.WARNING));
    fields.put("notes", count(found, Severity.NOTE));
    fields.put("findings", found.stream().map(DiagnosticJson::fields).toList());
    return JsonText.of(fields);
  }

  /// The rules, a line each.
  public static String rules() {
    var table = new Table("RULE", "SEVERITY", "FINDS");
    for (Rule rule : Rules.ALL) {
      table.add(rule.name(), word(rule.severity()), rule.finds());
    }
    return table.toString();
  }

  private static long count(List<Diagnostic> found, Severity severity) {
    return found.stream().filter(one -> one.severity() == severity).count();
  }

  private static String word(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
