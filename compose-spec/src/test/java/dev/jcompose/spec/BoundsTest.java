package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.fuzz.Effort;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Files made to exhaust a program are refused in words and in time.
final class BoundsTest {
  @TempDir Path folder;

  static Arguments[] files() {
    return new Arguments[] {
      refused("interpolation-depth", "hostname: " + "${A:-".repeat(10_000) + "}".repeat(10_000)),
      refused("yaml-syntax", "hostname: \"\\Uffffffff\""),
      refused("yaml-tag", "hostname: !!binary \"=====\""),
      refused("wrong-type", "tty: " + "9".repeat(500_000)),
      refused("unknown-key", "? " + "k".repeat(200_000) + "\n    : 1"),
      refused("too-deep", "x-deep: " + "[".repeat(100_000)),
    };
  }

  @ParameterizedTest
  @MethodSource("files")
  void areRefused(String code, String attribute) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("compose.yaml"),
            "services:\n  a:\n    image: x\n    " + attribute + "\n");
    InvalidProjectException e =
        assertTimeoutPreemptively(
            Effort.LIMIT,
            () ->
                catchThrowableOfType(
                    InvalidProjectException.class,
                    () -> new ConfigCase(folder).load(List.of(file.toString()), folder)));
    assertThat(e.diagnostics()).extracting(Diagnostic::code).containsOnly(code);
  }

  private static Arguments refused(String code, String attribute) {
    return Arguments.argumentSet(code, code, attribute);
  }
}
