package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.DiagnosticCodesTest;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.write.ConfigHasher;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Loads each folder below `cases` that has a `compose.yaml`, one folder an attribute.
///
/// If a file of it says `# ERROR:`, loading must fail with those messages on those lines, and with
/// no others. Else `expected.yaml` is what the project is in its canonical form; a missing one is
/// written, and `-Dgolden.update` rewrites all of them, but the test fails then. `hashes` holds
/// what docker compose 2.40.3 answers to `config --hash '*'`.
final class ConfigGoldenTest {

  @Nested
  final class GoodFiles {
    static Stream<ConfigCase> cases() throws IOException {
      return ConfigCase.all().filter(example -> MarkedErrors.in(example.folder()).isEmpty());
    }

    static Stream<ConfigCase> casesWithLongForm() throws IOException {
      return cases().filter(example -> example.has("long.yaml"));
    }

    static Stream<ConfigCase> casesWithHashes() throws IOException {
      return cases().filter(example -> example.has("hashes"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void haveACanonicalForm(ConfigCase example) throws Exception {
      String actual = example.portable(ProjectWriter.yaml(example.load("compose.yaml")));
      Path golden = example.folder().resolve("expected.yaml");
      if (!Files.exists(golden) || System.getProperty("golden.update") != null) {
        Files.writeString(golden, actual);
        fail("written: " + golden);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    }

    @ParameterizedTest
    @MethodSource("casesWithLongForm")
    void areTheSameInLongForms(ConfigCase example) throws Exception {
      assertThat(example.load("long.yaml").services())
          .isEqualTo(example.load("compose.yaml").services());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void giveThemselvesWhenLoadedAgain(ConfigCase example, @TempDir Path folder) throws Exception {
      String first = ProjectWriter.yaml(example.load("compose.yaml"));
      Path file = Files.writeString(folder.resolve("compose.yaml"), first);
      assertThat(ProjectWriter.yaml(example.load(List.of(file.toString()), folder)))
          .isEqualTo(first);
    }

    @ParameterizedTest
    @MethodSource("casesWithHashes")
    void haveTheReferencesHashes(ConfigCase example) throws Exception {
      List<String> hashes =
          example.load("compose.yaml").services().values().stream()
              .map(service -> service.name() + " " + ConfigHasher.hash(service))
              .toList();
      assertThat(hashes).isEqualTo(Files.readAllLines(example.folder().resolve("hashes")));
    }
  }

  @Nested
  final class BadFiles {
    static Stream<ConfigCase> cases() throws IOException {
      return ConfigCase.all().filter(example -> !MarkedErrors.in(example.folder()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sayWhatIsWrongWithThem(ConfigCase example) throws Exception {
      try {
        example.load("compose.yaml");
        fail("was loaded without errors");
      } catch (InvalidProjectException e) {
        assertThat(MarkedErrors.of(e)).isEqualTo(MarkedErrors.in(example.folder()));
        assertThat(e.diagnostics())
            .extracting(Diagnostic::code)
            .isSubsetOf(DiagnosticCodesTest.documented());
      }
    }
  }
}
