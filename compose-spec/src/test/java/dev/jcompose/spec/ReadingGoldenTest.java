package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads each folder below `cases` that has files named `1.yaml` and so on.
///
/// If a file of it says `# ERROR:`, reading must fail with those messages on those lines, and with
/// no others. Else `origins.txt` says what comes out, and where each value was typed; a missing one
/// is written, and `-Dgolden.update` rewrites all of them, but the test fails then.
final class ReadingGoldenTest {

  @Nested
  final class GoodFiles {
    static Stream<ReadingCase> cases() throws IOException {
      return ReadingCase.all().filter(example -> MarkedErrors.in(example.folder()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void valuesComeFromWhereTheyWereTyped(ReadingCase example) throws Exception {
      String actual = example.origins();
      Path golden = example.folder().resolve("origins.txt");
      if (!Files.exists(golden) || System.getProperty("golden.update") != null) {
        Files.writeString(golden, actual);
        fail("written: " + golden);
      }
      assertThat(actual).isEqualTo(Files.readString(golden));
    }
  }

  @Nested
  final class BadFiles {
    static Stream<ReadingCase> cases() throws IOException {
      return ReadingCase.all().filter(example -> !MarkedErrors.in(example.folder()).isEmpty());
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sayWhatIsWrongWithThem(ReadingCase example) {
      try {
        example.read(new Sources());
        fail("was read without errors");
      } catch (InvalidProjectException e) {
        assertThat(MarkedErrors.of(e)).isEqualTo(MarkedErrors.in(example.folder()));
      }
    }
  }
}
