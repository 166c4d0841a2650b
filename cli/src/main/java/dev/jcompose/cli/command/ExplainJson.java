package dev.jcompose.cli.command;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.explain.Explanation;
import dev.jcompose.spec.explain.Origin;
import dev.jcompose.spec.explain.Overridden;
import dev.jcompose.spec.explain.Step;
import dev.jcompose.spec.trail.VariableSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Where values come from, for programs: a list with an object for each value, one a line.
final class ExplainJson {
  private ExplainJson() {}

  /// An object that is being written.
  private static final class Draft {
    final LinkedHashMap<String, @Nullable Object> fields = new LinkedHashMap<>();

    Draft with(String key, @Nullable Object value) {
      fields.put(key, value);
      return this;
    }

    Draft at(Span place) {
      return with("file", place.file()).with("line", place.line()).with("column", place.column());
    }
  }

  static String of(List<Explanation> explanations) {
    return explanations.stream()
        .map(explanation -> JsonText.of(object(explanation)))
        .reduce((before, next) -> before + ",\n " + next)
        .map(objects -> "[" + objects + "]\n")
        .orElse("[]\n");
  }

  private static Object object(Explanation explanation) {
    return new Draft()
        .with("path", explanation.path().toString())
        .with("value", plain(explanation.value()))
        .with("origin", origin(explanation.origin()))
        .with("steps", explanation.steps().stream().map(ExplainJson::step).toList())
        .with("overridden", explanation.overridden().stream().map(ExplainJson::overridden).toList())
        .fields;
  }

  private static Draft kind(String kind) {
    return new Draft().with("kind", kind);
  }

  private static Object origin(Origin origin) {
    return switch (origin) {
      case Origin.Typed(var place) -> kind("typed").at(place).fields;
      case Origin.Implied(var place) -> kind("implied").at(place).fields;
      case Origin.Outside(var source) -> source(source);
      case Origin.Removed(var place) -> kind("removed").at(place).fields;
    };
  }

  private static Object step(Step step) {
    return switch (step) {
      case Step.Written(var text) -> kind("written").with("text", text).fields;
      case Step.Variable(var name, var value, var source) -> {
        var variable = kind("variable").with("name", name);
        value.ifPresent(text -> variable.with("value", text));
        yield variable.with("source", source.map(ExplainJson::source).orElse(null)).fields;
      }
      case Step.FromFile(var item) -> kind(item.attribute()).at(item.place()).fields;
      case Step.Alias(var place) -> kind("alias").at(place).fields;
      case Step.MergeKey(var place) -> kind("merge_key").at(place).fields;
      case Step.Extends(var service, var file, var place) ->
          kind("extends").with("service", service).with("service_file", file).at(place).fields;
      case Step.Included(var place) -> kind("include").at(place).fields;
    };
  }

  private static Object overridden(Overridden overridden) {
    var object = new Draft().with("value", plain(overridden.value()));
    overridden.tag().ifPresent(tag -> object.with("by", "!" + tag.name().toLowerCase(Locale.ROOT)));
    return object.at(overridden.place()).fields;
  }

  private static Object source(VariableSource source) {
    return switch (source) {
      case VariableSource.Line(var place) -> kind("file").at(place).fields;
      case VariableSource.Environment() -> kind("environment").fields;
      case VariableSource.Chosen() -> kind("project_name_option").fields;
      case VariableSource.Directory() -> kind("project_directory").fields;
      case VariableSource.CurrentDirectory() -> kind("current_directory").fields;
    };
  }

  /// A value as {@link JsonText} takes it.
  static @Nullable Object plain(Value value) {
    return switch (value) {
      case Value.Text(var text) -> text;
      case Value.Whole(var number) -> number;
      case Value.Decimal(double number) -> number;
      case Value.Bool(var flag) -> flag;
      case Value.Null() -> null;
      case Value.Items(var items) -> {
        var list = new ArrayList<@Nullable Object>();
        items.forEach(item -> list.add(plain(item)));
        yield list;
      }
      case Value.Fields(var fields) -> {
        var map = new LinkedHashMap<String, @Nullable Object>();
        fields.forEach((key, field) -> map.put(key, plain(field)));
        yield map;
      }
    };
  }
}
