package dev.jcompose.spec.lint;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Diagnostic;
import org.junit.jupiter.api.Test;

/// Comments that say what is meant to be so.
final class SuppressionsTest {
  private static void left(String file, String... findings) throws Exception {
    assertThat(
            LintedText.of(file).by(rule -> !rule.startsWith("no-")).stream()
                .map(SuppressionsTest::brief))
        .containsExactly(findings);
  }

  private static String brief(Diagnostic found) {
    return found.span().orElseThrow().line() + " " + found.code();
  }

  @Test
  void countForTheirLine() throws Exception {
    left(
        """
        services:
          a: {image: a, user: root}  # jcompose-lint: disable=root-user
          b: {image: b, user: root}  # known; jcompose-lint: disable=unpinned-image
          c: {image: c, user: root}  # jcompose-lint: disable=root-user, unpinned-image
          d: {image: d, user: root}  # jcompose-lint: disable=all
        """,
        "2 unpinned-image",
        "3 root-user");
  }

  @Test
  void countForTheLineBelowWhereTheyStandAlone() throws Exception {
    left(
        """
        services:
          a:
            # jcompose-lint: disable=unpinned-image
            # Always the newest, so that we hear of what breaks.
            image: a
            # jcompose-lint: disable=root-user

            user: root
          b: {image: b}
        """,
        "8 root-user",
        "9 unpinned-image");
  }

  @Test
  void countForAllOfAFile() throws Exception {
    left(
        """
        services:
          a: {image: a, user: root}
        # jcompose-lint: disable-file=unpinned-image
          b: {image: b, user: root}
        """,
        "2 root-user",
        "4 root-user");
  }

  @Test
  void countForWhatLoadingWarnsOf() throws Exception {
    left(
        """
        version: "3"  # jcompose-lint: disable=obsolete-version
        services:
          a: {image: "a:1", labels: {a: "${NOT_SET}"}}
        """,
        "3 variable-unset");
  }
}
