package dev.jcompose.spec.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// When the schema has changed, run `mvn -pl compose-spec -am test -Dtest=SchemaShapesTest
/// -Dgolden.update` and format what it has written.
final class SchemaShapesTest {
  private static final Path SOURCE =
      Path.of("src/main/java/dev/jcompose/spec/schema/SchemaShapes.java");

  @Test
  void theCodeIsThatOfTheSchema() throws IOException {
    String source = SchemaShapesSource.text();
    if (System.getProperty("golden.update") != null) {
      Files.writeString(SOURCE, source);
      fail("wrote " + SOURCE + "; format it, and run again");
    }
    assertThat(Files.readString(SOURCE)).isEqualToIgnoringWhitespace(source);
  }
}
