package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A schema that JSON of ours is held to.
final class JsonSchema {
  private final Schema schema;

  private JsonSchema(Schema schema) {
    this.schema = schema;
  }

  /// One that users can read.
  static JsonSchema published(String name) {
    return of(Path.of("../docs").resolve(name));
  }

  static JsonSchema of(Path file) {
    try {
      return new JsonSchema(
          SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
              .getSchema(Files.readString(file)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void accepts(String json) {
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  void refuses(String json) {
    assertThat(schema.validate(json, InputFormat.JSON)).as(json).isNotEmpty();
  }
}
