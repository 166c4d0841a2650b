package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The examples of `docs/junit.md` are code that is compiled and run.
final class JunitPageTest {
  private static final Path PAGE = Path.of("../docs/junit.md");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\\n(.*?)^```$");
  private static final List<Path> CODE =
      List.of(
          Path.of("src/test/java/dev/jcompose/junit/ShopExample.java"),
          Path.of("src/test/java/dev/jcompose/junit/SlowExample.java"),
          Path.of("../samples/library/src/test/java/example/SpringTest.java"));

  @Test
  void theExamplesAreCode() throws IOException {
    var code = new StringBuilder();
    for (var file : CODE) {
      code.append(unindented(Files.readString(file)));
    }
    assertThat(EXAMPLE.matcher(Files.readString(PAGE)).results())
        .hasSize(CODE.size())
        .extracting(example -> unindented(example.group(1)))
        .allSatisfy(example -> assertThat(code).contains(example));
  }

  private static String unindented(String code) {
    return code.lines().map(String::strip).collect(Collectors.joining("\n"));
  }
}
