package dev.jcompose.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import dev.jcompose.spec.diagnostic.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Each rule with two files below `lint`: `fires.yaml` says by `# FOUND:` on which lines it finds
/// what, and in `fine.yaml` it finds nothing.
final class RulesTest {
  private static final Path FOLDER = Path.of("src/test/resources/lint");
  private static final String MARK = "# FOUND: ";

  static Stream<String> names() {
    return Rules.ALL.stream().map(Rule::name);
  }

  @ParameterizedTest
  @MethodSource("names")
  void findWhatTheyShould(String rule) throws Exception {
    var file = FOLDER.resolve(rule).resolve("fires.yaml");
    assertThat(found(rule, file)).isNotEmpty().isEqualTo(marks(file));
  }

  @ParameterizedTest
  @MethodSource("names")
  void findNothingElse(String rule) throws Exception {
    assertThat(found(rule, FOLDER.resolve(rule).resolve("fine.yaml"))).isEmpty();
  }

  @Test
  void areSortedAndHaveTheSameSeverityAsWhatTheyFind() throws Exception {
    assertThat(Rules.ALL).isSortedAccordingTo(Comparator.comparing(Rule::name));
    for (Rule rule : Rules.ALL) {
      var file = FOLDER.resolve(rule.name()).resolve("fires.yaml");
      assertThat(LintedText.of(Files.readString(file)).by(rule.name()::equals))
          .extracting(Diagnostic::severity)
          .containsOnly(rule.severity());
    }
  }

  @Test
  void areDocumentedAsTheyAre() throws IOException {
    var page = Path.of("../docs/linting.md");
    var parts = Files.readString(page).split("(?<=\n## Rules\n)", 2);
    var actual = Rules.ALL.stream().map(RulesTest::documentation).collect(Collectors.joining());
    if (System.getProperty("golden.update") != null) {
      Files.writeString(page, parts[0] + actual);
      fail("wrote " + page + "; look at it, and run again");
    }
    assertThat(parts[1]).isEqualTo(actual);
  }

  private static String documentation(Rule rule) {
    return "\n### `%s`\n\n**%s**: %s %s %s\n"
        .formatted(
            rule.name(),
            rule.severity().name().toLowerCase(Locale.ROOT),
            rule.finds(),
            rule.reason(),
            rule.remedy());
  }

  private static List<String> found(String rule, Path file) throws Exception {
    return LintedText.of(Files.readString(file)).by(rule::equals).stream()
        .map(found -> found.span().orElseThrow().line() + ": " + found.message())
        .toList();
  }

  private static List<String> marks(Path file) throws IOException {
    var marks = new ArrayList<String>();
    var lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      int at = lines.get(i).indexOf(MARK);
      if (at >= 0) {
        marks.add((i + 1) + ": " + lines.get(i).substring(at + MARK.length()));
      }
    }
    return marks;
  }
}
