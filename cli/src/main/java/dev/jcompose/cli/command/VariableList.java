package dev.jcompose.cli.command;

import dev.jcompose.cli.text.Table;
import dev.jcompose.model.Value;
import dev.jcompose.spec.interpolate.UsedVariable;
import dev.jcompose.spec.interpolate.UsedVariables;
import dev.jcompose.spec.write.DocumentWriter;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Shows the variables that a document asks for, as docker compose does, but always sorted.
final class VariableList {
  private static final Table.Spacing COLUMNS = new Table.Spacing(20, 3);

  /// Here, and only here, docker compose indents more.
  private static final int JSON_INDENTATION = 4;

  private VariableList() {}

  /// @param format json, yaml, or else a table
  static String of(Node.Mapping document, String format) {
    var variables = UsedVariables.in(document);
    return switch (format) {
      case "json" ->
          DocumentWriter.json(
                  fields(variables, "Name", "DefaultValue", "PresenceValue", "Required"),
                  JSON_INDENTATION)
              + "\n";
      case "yaml" ->
          DocumentWriter.yaml(
              fields(variables, "name", "defaultvalue", "presencevalue", "required"));
      default -> table(variables);
    };
  }

  private static String table(List<UsedVariable> variables) {
    var table = new Table(COLUMNS, "NAME", "REQUIRED", "DEFAULT VALUE", "ALTERNATE VALUE");
    for (var variable : variables) {
      table.add(
          variable.name(),
          Boolean.toString(variable.required()),
          variable.defaultValue(),
          variable.alternateValue());
    }
    return table.toString();
  }

  private static Value fields(
      List<UsedVariable> variables, String name, String normal, String present, String required) {
    SequencedMap<String, Value> all = new LinkedHashMap<>();
    for (var variable : variables) {
      SequencedMap<String, Value> one = new LinkedHashMap<>();
      one.put(name, new Value.Text(variable.name()));
      one.put(normal, new Value.Text(variable.defaultValue()));
      one.put(present, new Value.Text(variable.alternateValue()));
      one.put(required, new Value.Bool(variable.required()));
      all.put(variable.name(), new Value.Fields(one));
    }
    return new Value.Fields(all);
  }
}
