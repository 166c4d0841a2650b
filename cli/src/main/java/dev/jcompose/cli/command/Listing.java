package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.template.Template;
import dev.jcompose.cli.template.TemplateException;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.cli.text.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// How a list is shown: as a table, as JSON, or as the user's own template says.
///
/// @param headings of fields whose heading is not their name
/// @param template of a line; with `asTable`, columns are divided by tabulators
record Listing(
    Map<String, String> headings,
    Optional<Template> template,
    boolean asTable,
    Table.Spacing spacing) {
  private static final String TABLE = "table";
  private static final Table.Spacing DOCKER = new Table.Spacing(10, 3);

  /// Reads the value of `--format`: `table`, `json`, a template, or `table` and a template.
  ///
  /// @param usual the template of the table that is shown without one
  /// @throws CommandFailure if it is none of them
  static Listing of(String format, Map<String, String> headings, String usual) {
    if (format.equals("json")) {
      return new Listing(headings, Optional.empty(), false, DOCKER);
    }
    boolean plainTable = format.isEmpty() || format.equals(TABLE);
    boolean asTable = plainTable || format.startsWith(TABLE + " ");
    String text = plainTable ? usual : asTable ? format.substring(TABLE.length()).strip() : format;
    if (!text.contains("{{")) {
      throw new CommandFailure(
          "unsupported format \""
              + format
              + "\": use table, json or a template such as '{{.Name}}'");
    }
    try {
      return new Listing(headings, Optional.of(Template.parse(unescaped(text))), asTable, DOCKER);
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }

  /// The same with other spacing of its table.
  Listing spaced(Table.Spacing other) {
    return new Listing(headings, template, asTable, other);
  }

  boolean isJson() {
    return template.isEmpty();
  }

  /// Prints rows of fields.
  void print(Context context, List<? extends SequencedMap<String, ?>> rows) {
    if (isJson()) {
      rows.forEach(row -> context.print(JsonText.of(plain(row))));
    } else {
      text(rows).forEach(context::print);
    }
  }

  /// The rows as lines of text; not for JSON.
  List<String> text(List<? extends SequencedMap<String, ?>> rows) {
    try {
      Template line = template.orElseThrow();
      var lines = new ArrayList<String>();
      rows.forEach(row -> lines.add(line.render(row)));
      return asTable ? table(line.render(new Headings(headings)), lines) : lines;
    } catch (TemplateException e) {
      throw wrong(e);
    }
  }

  private List<String> table(String head, List<String> lines) {
    var heads = head.split("\t", -1);
    var table = new Table(spacing, heads);
    for (var line : lines) {
      var cells = new ArrayList<>(List.of(line.split("\t", heads.length)));
      while (cells.size() < heads.length) {
        cells.add("");
      }
      table.add(cells);
    }
    return table.toString().lines().toList();
  }

  /// What JSON tells of a row: all that is no method.
  static SequencedMap<String, Object> plain(SequencedMap<String, ?> row) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>(row);
    fields.values().removeIf(Template.Method.class::isInstance);
    return fields;
  }

  /// A method of rows: the value of a label.
  static Template.Method label(Map<String, String> labels) {
    return arguments ->
        arguments.isEmpty() ? "" : labels.getOrDefault(arguments.getFirst().toString(), "");
  }

  /// Shells hand `\t` on as it is typed.
  private static String unescaped(String text) {
    return text.replace("\\t", "\t").replace("\\n", "\n");
  }

  private static CommandFailure wrong(TemplateException e) {
    return new CommandFailure("invalid --format: " + e.getMessage());
  }

  /// Gives each field its heading: known ones, and for others their names in capitals.
  private static final class Headings extends LinkedHashMap<String, Object> {
    private static final long serialVersionUID = 1L;

    Headings(Map<String, String> known) {
      super(known);
      put(
          "Label",
          (Template.Method)
              arguments -> words(arguments.isEmpty() ? "" : arguments.getFirst().toString()));
    }

    @Override
    public Object get(Object name) {
      return containsKey(name) ? super.get(name) : name.toString().toUpperCase(Locale.ROOT);
    }

    /// `com.example.some-name` is headed `some name`.
    private static String words(String label) {
      return label.substring(label.lastIndexOf('.') + 1).replace('-', ' ').replace('_', ' ');
    }
  }
}
