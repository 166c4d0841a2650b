package dev.jcompose.spec.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// The files of the schema, beside this class.
final class SchemaFiles {
  /// What their identifiers begin with.
  static final String BASE = "jcompose:/schema/";

  private SchemaFiles() {}

  /// The text of a file by its identifier; null for those that are not ours, as the library wants.
  static @Nullable String text(String id) {
    return id.startsWith(BASE) ? ours(id.substring(BASE.length())) : null;
  }

  /// The text of a file of ours.
  static String ours(String name) {
    try (InputStream in = SchemaFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the schema has no file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
