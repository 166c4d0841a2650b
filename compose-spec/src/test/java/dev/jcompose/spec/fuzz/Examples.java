package dev.jcompose.spec.fuzz;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.YamlReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The Compose files of all golden cases.
public final class Examples {
  private Examples() {}

  /// Their texts, always in the same order.
  public static List<String> texts() {
    try (Stream<Path> files = Files.walk(Path.of("src/test/resources/cases"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .map(Examples::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The documents in them that can be read.
  public static List<Node.Mapping> documents() {
    return texts().stream()
        .flatMap(text ->
            YamlReader.read(new SourceFile("compose.yaml", Optional.empty(), text), new Problems())
                .stream())
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
