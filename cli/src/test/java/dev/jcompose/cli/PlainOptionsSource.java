package dev.jcompose.cli;

import dev.jcompose.cli.command.HandsOn;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SequencedMap;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// Writes the source of `PlainOptions` from picocli's annotations.
final class PlainOptionsSource {
  private static final String HEAD =
      """
      package dev.jcompose.cli.command;

      /// Which option sets what, for {@link PlainArguments}.
      ///
      /// Written from picocli's annotations by PlainArgumentsTest, which tells how to do it again.
      final class PlainOptions {
        private PlainOptions() {}

        static void read(Object to, String name, PlainArguments from) {
          switch (name) {
      """;

  private PlainOptionsSource() {}

  /// @param commands one of each by its name
  static String of(SequencedMap<String, Object> commands) {
    var text = new StringBuilder(HEAD);
    commands.forEach((name, command) ->
        text.append(
            "      case \"%s\" -> %s((%s) to, from);\n"
                .formatted(name, method(name), command.getClass().getSimpleName())));
    text.append("      default -> from.giveUp();\n    }\n  }\n");
    commands.forEach((name, command) -> text.append(ofOne(name, command)));
    return text.append("}\n").toString();
  }

  private static String method(String name) {
    return name.equals("wait") ? "await" : name;
  }

  private static String ofOne(String name, Object command) {
    var text =
        new StringBuilder(
            """

              private static void %s(%s to, PlainArguments from) {
                while (from.next()) {
                  switch (from.name()) {
            """
                .formatted(method(name), command.getClass().getSimpleName()));
    cases(command.getClass(), "to.", command instanceof HandsOn)
        .forEach(line -> text.append("        ").append(line).append('\n'));
    text.append("        default -> from.giveUp();\n      }\n    }\n");
    places(command).forEach(line -> text.append("    ").append(line).append('\n'));
    return text.append("  }\n").toString();
  }

  /// What becomes of words that have places of their own.
  private static List<String> places(Object command) {
    var places =
        Arrays.stream(command.getClass().getDeclaredFields())
            .filter(PlainOptionsSource::hasPlace)
            .toList();
    if (places.isEmpty()) {
      return List.of();
    }
    var lines = new ArrayList<String>();
    long wanted = places.stream().filter(PlainOptionsSource::isWanted).count();
    lines.add("if (from.hasPlaced(%d, %d)) {".formatted(wanted, places.size()));
    for (int i = 0; i < places.size(); i++) {
      var field = places.get(i);
      var set = "to.%s = from.%s;".formatted(field.getName(), placed(field.getType(), i));
      lines.add(isWanted(field) ? set : "if (from.hasPlaced(%d)) { %s }".formatted(i, set));
    }
    lines.add("}");
    return lines;
  }

  private static String placed(Class<?> type, int place) {
    return type == String.class
        ? "placed(%d)".formatted(place)
        : "number(from.placed(%d))".formatted(place);
  }

  private static boolean hasPlace(Field field) {
    return field.isAnnotationPresent(Parameters.class) && field.getType() != List.class;
  }

  private static boolean isWanted(Field field) {
    return !field.getAnnotation(Parameters.class).arity().startsWith("0");
  }

  private static List<String> cases(Class<?> type, String path, boolean stopsAtWord) {
    var cases = new ArrayList<String>();
    for (Field field : type.getDeclaredFields()) {
      var option = field.getAnnotation(Option.class);
      if (field.isAnnotationPresent(Mixin.class)) {
        cases.addAll(cases(field.getType(), path + field.getName() + ".", stopsAtWord));
      } else if (hasPlace(field)) {
        if (cases.stream().noneMatch(line -> line.contains("PlainArguments.WORD"))) {
          cases.add("case PlainArguments.WORD -> from.place();");
        }
      } else if (field.isAnnotationPresent(Parameters.class)) {
        var add = stopsAtWord ? "addAll(from.wordAndRest())" : "add(from.word())";
        cases.add("case PlainArguments.WORD -> %s%s.%s;".formatted(path, field.getName(), add));
      } else if (option != null && option.arity().isEmpty()) {
        var names =
            String.join(", ", Arrays.stream(option.names()).map(n -> "\"" + n + "\"").toList());
        cases.add("case %s -> %s;".formatted(names, effect(field, option, path + field.getName())));
      }
    }
    return cases;
  }

  private static String effect(Field field, Option option, String target) {
    if (option.usageHelp()) {
      return "from.help()";
    }
    var type = OptionSpec.builder(option.names()[0]).type(field.getType()).build();
    if (!type.isMultiValue()) {
      return target + " = from." + value(field.getType());
    }
    return target + ".add(from." + value((Class<?>) element(field)) + ")";
  }

  private static java.lang.reflect.Type element(Field field) {
    return ((java.lang.reflect.ParameterizedType) field.getGenericType())
        .getActualTypeArguments()[0];
  }

  private static String value(Class<?> type) {
    if (type == boolean.class) {
      return "on()";
    }
    if (type == int.class || type == Integer.class) {
      return "number()";
    }
    if (type == Path.class) {
      return "path()";
    }
    if (type == String.class) {
      return "text()";
    }
    throw new IllegalArgumentException("PlainArguments cannot read a " + type);
  }
}
