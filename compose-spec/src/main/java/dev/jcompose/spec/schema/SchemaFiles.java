package dev.jcompose.spec.schema;

import com.networknt.schema.Error;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// The files of the schema, beside this class.
final class SchemaFiles {
  /// What their identifiers begin with.
  static final String BASE = "jcompose:/schema/";

  private SchemaFiles() {}

  /// The text of a file by its identifier; null for those that are not ours, as the library wants.
  static @Nullable String text(String id) {
    if (!id.startsWith(BASE)) {
      return null;
    }
    String name = id.substring(BASE.length());
    try (InputStream in = SchemaFiles.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the schema has no file " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The part of the schema that the broken rule stands in.
  static JsonNode around(Error error) {
    String location = error.getSchemaLocation().toString();
    int hash = location.indexOf('#');
    String text = text(location.substring(0, hash));
    if (text == null) {
      throw new IllegalStateException("not our schema: " + location);
    }
    String rule = location.substring(hash + 1);
    return JsonMapper.shared().readTree(text).at(rule.substring(0, rule.lastIndexOf('/')));
  }
}
