package dev.jcompose.planner.ignore;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PathPatternsTest {
  @ParameterizedTest
  @CsvSource({
    "*.log, a.log, true",
    "*.log, sub/a.log, false",
    "**/*.log, sub/deep/a.log, true",
    "**/*.log, a.log, true",
    "node_modules, node_modules/x/y, true",
    "/build, build/x, true",
    "./build/, build, true",
    "a?c, abc, true",
    "a?c, a/c, false",
    "a[bc]d, acd, true",
    "a**d, axx/yyd, false",
    "a**d, axx/d, true",
    "src/**, src/a/b, true",
    "src/**/b, src/b, true",
    "\\#file, #file, true",
    "a+b, a+b, true",
    "a.b, axb, false",
    "sub/../x, x, true",
  })
  void aPatternFits(String pattern, String path, boolean ignored) {
    assertThat(PathPatterns.parse(pattern).fit(path)).isEqualTo(ignored);
  }

  @Test
  void theLastPatternThatFitsDecides() {
    var rules = PathPatterns.parse("# all but one\n*\n!keep\nkeep/not\n\n");

    assertThat(rules.hasExceptions()).isTrue();
    assertThat(rules.fit("other")).isTrue();
    assertThat(rules.fit("keep/this")).isFalse();
    assertThat(rules.fit("keep/not")).isTrue();
  }

  @Test
  void nothingIsIgnoredWithoutPatterns() {
    assertThat(PathPatterns.parse("\n#x\n").fit("x")).isFalse();
  }
}
