package dev.jcompose.spec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.fuzz.SchemaPlace;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.YamlReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Holds `expected.yaml` of each case against what docker compose 2.40.3 answers, which
/// `-Djcompose.reference` names. It may quote otherwise. A case with a file `differs` is left out;
/// the file says why.
@EnabledIfSystemProperty(named = "jcompose.reference", matches = ".+")
final class ReferenceGoldenTest {
  static Stream<ConfigCase> cases() throws IOException {
    return ConfigCase.all()
        .filter(example -> MarkedErrors.in(example.folder()).isEmpty())
        .filter(example -> !example.has("differs"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void expectedIsWhatDockerComposeAnswers(ConfigCase example) throws Exception {
    Path folder = example.folder().toAbsolutePath();
    ProcessBuilder builder =
        new ProcessBuilder(System.getProperty("jcompose.reference"), "config")
            .directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(example.environment());
    builder.environment().put("COMPOSE_FILE", String.join(":", example.files()));
    Process process = builder.start();
    String answer = new String(process.getInputStream().readAllBytes(), UTF_8);
    String errors = new String(process.getErrorStream().readAllBytes(), UTF_8);

    assertThat(process.waitFor()).as(errors).isZero();
    assertThat(shape(documents(example.portable(answer))))
        .isEqualTo(shape(SchemaPlace.read(folder.resolve("expected.yaml"))));
  }

  private static List<Node.Mapping> documents(String yaml) {
    return YamlReader.read(new SourceFile("answer", Optional.empty(), yaml), new Problems());
  }

  private static String shape(List<Node.Mapping> documents) {
    return documents.stream().map(ReferenceGoldenTest::shape).collect(Collectors.joining("\n"));
  }

  private static String shape(Node node) {
    return switch (node) {
      case Node.Mapping mapping ->
          mapping.fields().entrySet().stream()
              .map(entry -> "\n" + entry.getKey() + ": " + shape(entry.getValue().value()))
              .collect(Collectors.joining(",", "{", "}"));
      case Node.Sequence(List<Node> items, var _) ->
          items.stream()
              .map(ReferenceGoldenTest::shape)
              .collect(Collectors.joining(", ", "[", "]"));
      case Node.Tagged(_, Node value, _) -> shape(value);
      case Node.Text(String text, var _) -> "\"" + text + "\"";
      case Node.Scalar scalar -> scalar.raw();
    };
  }
}
