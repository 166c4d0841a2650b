package dev.jcompose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The examples of `docs/library.md` are code that is compiled and run.
final class LibraryPageTest {
  private static final Path PAGE = Path.of("../docs/library.md");
  private static final Path CODE = Path.of("src/test/java/dev/jcompose/LibraryExamplesTest.java");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");

  @Test
  void theExamplesAreCode() throws IOException {
    var code = unindented(Files.readString(CODE));
    assertThat(EXAMPLE.matcher(Files.readString(PAGE)).results())
        .hasSize(4)
        .extracting(example -> unindented(example.group(1)))
        .allSatisfy(example -> assertThat(code).contains(example));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
