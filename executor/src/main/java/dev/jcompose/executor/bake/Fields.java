package dev.jcompose.executor.bake;

import java.util.Arrays;
import java.util.stream.Collectors;

/// Fields in one line with commas between them, quoted as in a CSV file where needed.
final class Fields {
  private Fields() {}

  static String of(String... fields) {
    return Arrays.stream(fields).map(Fields::quoted).collect(Collectors.joining(","));
  }

  private static String quoted(String field) {
    return field.contains(",") || field.contains("\"")
        ? '"' + field.replace("\"", "\"\"") + '"'
        : field;
  }
}
