package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.fuzz.SchemaPlace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the schema knows and the cases with files that are accepted show.
final class SchemaCoverageTest {
  @Test
  void everyAttributeStandsInSomeGoodCase() throws IOException {
    Set<String> missing = new TreeSet<>(SchemaAttributes.known());
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
      files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !file.endsWith("expected.yaml"))
          .filter(file -> MarkedErrors.in(file.resolveSibling("")).isEmpty())
          .flatMap(file -> SchemaPlace.read(file).stream())
          .forEach(document -> missing.removeAll(SchemaAttributes.in(document)));
    }
    assertThat(missing).isEmpty();
  }

  @Test
  void theAttributesAreThoseOfTheSpecification() {
    assertThat(SchemaAttributes.known())
        .filteredOn(path -> path.matches("services\\.\\*\\.[a-z_]+"))
        .hasSize(93);
    assertThat(SchemaAttributes.known())
        .filteredOn(path -> path.matches("services\\.\\*\\.build\\.[a-z_]+"))
        .hasSize(25);
  }
}
