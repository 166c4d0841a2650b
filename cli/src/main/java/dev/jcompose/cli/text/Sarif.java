package dev.jcompose.cli.text;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.lint.Rule;
import dev.jcompose.spec.lint.Rules;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;

/// What was found as a log of SARIF 2.1.0, which code hosts and editors read.
public final class Sarif {
  private static final String VERSION = "2.1.0";
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  private Sarif() {}

  /// The log, in one line without a line break at the end.
  ///
  /// @param program the version of jcompose
  public static String of(List<Diagnostic> found, String program) {
    return JsonText.of(
        fields(
            "$schema",
            SCHEMA,
            "version",
            VERSION,
            "runs",
            List.of(
                fields(
                    "tool",
                    fields("driver", driver(program)),
                    "columnKind",
                    "unicodeCodePoints",
                    "results",
                    found.stream().map(Sarif::result).toList()))));
  }

  private static SequencedMap<String, Object> driver(String program) {
    return fields(
        "name",
        "jcompose",
        "version",
        program,
        "rules",
        Rules.ALL.stream().map(Sarif::rule).toList());
  }

  private static SequencedMap<String, Object> rule(Rule rule) {
    return fields(
        "id",
        rule.name(),
        "shortDescription",
        text(rule.finds()),
        "fullDescription",
        text(rule.reason()),
        "help",
        text(rule.remedy()),
        "defaultConfiguration",
        fields("level", level(rule.severity())));
  }

  private static SequencedMap<String, Object> result(Diagnostic found) {
    var result =
        fields(
            "ruleId",
            found.code(),
            "level",
            level(found.severity()),
            "message",
            text(found.message() + found.hint().map(hint -> ". " + hint).orElse("")));
    var location = new LinkedHashMap<String, Object>();
    found.span().ifPresent(span -> location.put("physicalLocation", physical(span)));
    if (!found.path().segments().isEmpty()) {
      location.put(
          "logicalLocations", List.of(fields("fullyQualifiedName", found.path().toString())));
    }
    if (!location.isEmpty()) {
      result.put("locations", List.of(location));
    }
    return result;
  }

  private static SequencedMap<String, Object> physical(Span span) {
    return fields(
        "artifactLocation",
        fields("uri", uri(span.file())),
        "region",
        fields(
            "startLine",
            span.line(),
            "startColumn",
            span.column(),
            "endLine",
            span.endLine(),
            "endColumn",
            span.endColumn()));
  }

  /// Relative names stay relative.
  private static String uri(String file) {
    try {
      return file.startsWith("/")
          ? new URI("file", "", file, null).toASCIIString()
          : new URI(null, null, "/" + file, null).toASCIIString().substring(1);
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static String level(Diagnostic.Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }

  private static SequencedMap<String, Object> text(String text) {
    return fields("text", text);
  }

  private static SequencedMap<String, Object> fields(Object... namesAndValues) {
    var fields = new LinkedHashMap<String, Object>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      fields.put((String) namesAndValues[i], namesAndValues[i + 1]);
    }
    return fields;
  }
}
