package dev.jcompose.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.cli.project.ExitCode;
import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// `docs/exit-codes.md` tells all there are.
final class ExitCodesPageTest {
  private static final Pattern CODE = Pattern.compile("(?m)^\\| (\\d+) \\|");
  private static final Pattern COMMAND = Pattern.compile("(?m)^\\| \\[(\\w+)\\]\\(");

  private final String page;

  ExitCodesPageTest() throws IOException {
    page = Files.readString(Path.of("../docs/exit-codes.md"));
  }

  @Test
  void tellsOurs() {
    assertThat(CODE.matcher(page).results().map(row -> Integer.valueOf(row.group(1))).distinct())
        .containsExactlyElementsOf(
            Stream.of(ExitCode.class.getFields()).map(ExitCodesPageTest::value).sorted().toList());
  }

  @Test
  void tellsWhichCommandsHaveTheirOwn() {
    assertThat(COMMAND.matcher(page).results().map(row -> row.group(1)))
        .containsExactlyElementsOf(
            ManualPage.all().stream()
                .filter(command -> !command.exitCodes().isEmpty())
                .map(ManualPage::name)
                .toList());
  }

  private static Integer value(Field code) {
    try {
      return (Integer) code.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
