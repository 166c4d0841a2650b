package dev.jcompose.spec.dotenv;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class DotEnvTest {
  private static final Map<String, String> OUTSIDE = Map.of("OUT", "side", "EMPTY", "");

  private final Problems problems = new Problems();

  private SequencedMap<String, String> parse(String text) {
    return DotEnv.parse(file(text), DotEnvTest::outside, problems);
  }

  private static SourceFile file(String text) {
    return new SourceFile(".env", Optional.empty(), text);
  }

  private static Optional<String> outside(String name) {
    return Optional.ofNullable(OUTSIDE.get(name));
  }

  private List<String> complaints() {
    return problems.sorted().stream()
        .map(found -> found.span().orElseThrow() + ": " + found.message())
        .toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "K=v                | v",
        "K: v               | v",
        "export K=v         | v",
        "K = v              | v",
        "K=                 | ^^",
        "K=a b  # comment   | a b",
        "K=a#b              | a#b",
        "K=#b               | #b",
        "K='a $OUT'         | a $OUT",
        "K='it\\'s'         | it's",
        "K=\"a $OUT\"       | a side",
        "K=\"a \\$OUT\"     | a $OUT",
        "K=\"a\\tb\"        | a\tb",
        "K=\"a\\qb\"        | a\\qb",
        "K=\"a \\\"b\\\"\"  | a \"b\"",
        "K=\"a\" # comment  | a",
        "K=${OUT:-d}        | side",
        "K=${EMPTY:-d}      | d",
        "K=${NONE-${OUT}}   | side",
        "K=$$OUT            | $OUT"
      })
  void valuesAreReadAsDockerComposeReadsThem(String line, String value) {
    assertThat(parse(line + "\n")).containsExactly(Map.entry("K", value));
  }

  @Test
  void quotedValuesMaySpanLines() {
    assertThat(parse("A=\"one\ntwo\"\nB='three\nfour'\n"))
        .containsExactly(Map.entry("A", "one\ntwo"), Map.entry("B", "three\nfour"));
  }

  @Test
  void bareNamesTakeTheirValueFromOutside() {
    assertThat(parse("OUT\nNONE\nEMPTY\n"))
        .containsExactly(Map.entry("OUT", "side"), Map.entry("EMPTY", ""));
  }

  @Test
  void valuesMayReferToThoseAboveButOutsideWins() {
    assertThat(parse("A=1\nOUT=x\nB=$A$OUT\n")).containsEntry("B", "1side");
  }

  @Test
  void laterLinesWin() {
    assertThat(parse("A=1\nA=2\n")).containsExactly(Map.entry("A", "2"));
  }

  @Test
  void windowsLineEndsAndByteOrderMarkAreNoPartOfAnything() {
    assertThat(parse("\uFEFFA=1\r\nB=\"2\"\r\n"))
        .containsExactly(Map.entry("A", "1"), Map.entry("B", "2"));
  }

  @Nested
  final class Complaints {
    @Test
    void pointAtTheFault() {
      parse("A=1\nB!=2\n  C D=3\nE=\"open\nF=${X\nG=${H?gone}\n");

      assertThat(complaints())
          .containsExactly(
              ".env:2:2: the character \"!\" may not stand in a variable's name",
              ".env:3:3: the variable's name \"C D\" contains white space",
              ".env:4:3: this quote is never closed",
              ".env:5:3: \"${X\" is not a variable: a name and a closing `}` must follow `${`",
              ".env:6:3: required variable H is missing a value: gone");
    }
  }

  @Nested
  final class RawFormat {
    @Test
    void takesValuesAsTheyStand() {
      assertThat(
              DotEnv.parseRaw(
                  file("# no\nA='x' $OUT # y\n  B=\"\nOUT\nNONE\n"), DotEnvTest::outside, problems))
          .containsExactly(
              Map.entry("A", "'x' $OUT # y"), Map.entry("B", "\""), Map.entry("OUT", "side"));
    }

    @Test
    void refusesLinesWithoutAName() {
      DotEnv.parseRaw(file("=1\nA B=2\n"), DotEnvTest::outside, problems);

      assertThat(complaints())
          .containsExactly(
              ".env:1:1: no name stands before `=`",
              ".env:2:1: the name \"A B\" contains white space");
    }
  }

  @Test
  void variablesThatAreNotSetAreWarnedOfOnce() {
    assertThat(parse("A=$NOPE\nB=\"x ${NOPE} ${OUT} ${OTHER}\"\nC=${NOPE:-1}\n"))
        .containsEntry("A", "")
        .containsEntry("B", "x  side ");
    assertThat(complaints())
        .containsExactly(
            ".env:1:3: The \"NOPE\" variable is not set. Defaulting to a blank string.",
            ".env:2:21: The \"OTHER\" variable is not set. Defaulting to a blank string.");
  }
}
