package dev.jcompose.spec.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class YamlReaderTest {
  private final Problems problems = new Problems();

  private List<Node.Mapping> read(String text) {
    return YamlReader.read(new SourceFile("a.yaml", Optional.empty(), text), problems);
  }

  private List<String> complaints() {
    return problems.sorted().stream()
        .map(found -> found.span().orElseThrow() + ": " + found.message())
        .toList();
  }

  private Node value(String written) {
    return read("key: " + written).getFirst().get("key").orElseThrow();
  }

  @Nested
  final class PlainScalarsMean {
    @ParameterizedTest
    @CsvSource({
      "0777, 511",
      "0o777, 511",
      "0x1F, 31",
      "0b11, 3",
      "1_000, 1000",
      "-0x1F, -31",
      "+5, 5",
      "080, 80",
      "1e3, 1000",
      "1.50, 1.5",
      ".5, 0.5",
      "6.0, 6",
      "1., 1",
      "1_000.5, 1000.5",
      "100000000.0, 1e+08",
      "1000000.0, 1e+06",
      "123456789.5, 1.234567895e+08",
      "0.00001, 1e-05",
      "12345678901234567890, 12345678901234567890",
      "123456789012345678901234567890, 1.2345678901234568e+29"
    })
    void numbersAsDockerComposeReadsThem(String written, String text) {
      assertThat(value(written))
          .isInstanceOfSatisfying(
              Node.Numeral.class, number -> assertThat(number.text()).isEqualTo(text));
    }

    @ParameterizedTest
    @CsvSource({
      "yes",
      "on",
      "off",
      "y",
      "2001-01-01",
      "1:30",
      "0o8",
      "1e400",
      "._5",
      "tRUE",
      "1.2.3",
      "0x"
    })
    void textWhereYaml11HadOtherIdeas(String written) {
      assertThat(value(written)).isInstanceOf(Node.Text.class);
    }

    @ParameterizedTest
    @CsvSource({"true, true", "True, true", "FALSE, false"})
    void truthValues(String written, boolean truth) {
      assertThat(value(written))
          .isInstanceOfSatisfying(
              Node.Bool.class, found -> assertThat(found.value()).isEqualTo(truth));
    }

    @ParameterizedTest
    @CsvSource({"~", "null", "NULL", "''", "!!null ''"})
    void nothing(String written) {
      assertThat(value(written.equals("") ? " " : written)).isInstanceOf(Node.Null.class);
    }

    @ParameterizedTest
    @CsvSource({"\"12\"", "!!str 12", "!foo 12", "! 12"})
    void textWhenQuotedOrTagged(String written) {
      assertThat(value(written))
          .isInstanceOfSatisfying(
              Node.Text.class, text -> assertThat(text.value()).isEqualTo("12"));
    }

    @Test
    void wholeNumbersAreToldFromDecimalOnes() {
      assertThat(value("80")).isInstanceOf(Node.Whole.class);
      assertThat(value("80.0")).isInstanceOf(Node.Decimal.class);
      assertThat(value("1e3")).isInstanceOf(Node.Decimal.class);
    }
  }

  @Nested
  final class Places {
    @Test
    void countFromOneAndEndBehindTheLastCharacter() {
      Node.Mapping document = read("a: b\nlist:\n  - \"日本\"\n  - 12\n").getFirst();

      assertThat(document.field("list").orElseThrow().keySpan()).hasToString("a.yaml:2:1");
      Node.Sequence list = (Node.Sequence) document.get("list").orElseThrow();
      assertThat(list.items().getFirst().span().endColumn()).isEqualTo(9);
      assertThat(list.span().endLine()).isEqualTo(4);
      assertThat(list.span().endColumn()).isEqualTo(7);
    }

    @Test
    void ofAliasesAreThoseOfTheirAnchor() {
      Node.Mapping document = read("a: &x 12\nb: *x\n").getFirst();

      assertThat(document.get("b").orElseThrow().span()).hasToString("a.yaml:1:4");
    }
  }

  @Nested
  final class MergeKeysAndTags {
    @Test
    void ownKeysWinAndEarlierSourcesWin() {
      Node.Mapping document =
          read("x: &x {a: 1, b: 1}\ny: &y {b: 2, c: 2}\nz: {a: 0, <<: [*x, *y]}\n").getFirst();

      Node.Mapping merged = (Node.Mapping) document.get("z").orElseThrow();
      assertThat(merged.fields().keySet()).containsExactly("a", "b", "c");
      assertThat(merged.get("a").orElseThrow().span().line()).isEqualTo(3);
      assertThat(merged.get("b").orElseThrow().span().line()).isEqualTo(1);
    }

    @Test
    void quotedMergeKeyIsAKey() {
      assertThat(((Node.Mapping) value("{\"<<\": {a: 1}}")).fields().keySet())
          .containsExactly("<<");
    }

    @Test
    void resetAndOverrideAreKept() {
      assertThat(value("!reset null")).isInstanceOf(Node.Tagged.class);
      assertThat(value("!override [1]"))
          .isInstanceOfSatisfying(
              Node.Tagged.class,
              tagged -> assertThat(tagged.value()).isInstanceOf(Node.Sequence.class));
    }
  }

  @Nested
  final class Complaints {
    @Test
    void nameBothPlacesOfADuplicateKey() {
      read("a: 1\nb:\n  c: 1\n  c: 2\n");

      assertThat(complaints())
          .containsExactly("a.yaml:4:3: the key `c` is already there in line 3");
      assertThat(problems.sorted().getFirst().path()).hasToString("b.c");
    }

    @Test
    void areAllOfThemAtOnce() {
      read("1: x\na: 1\na: 2\nb: {<<: 3}\n");

      assertThat(complaints())
          .containsExactly(
              "a.yaml:1:1: a key must be text, and this one is a number",
              "a.yaml:3:1: the key `a` is already there in line 2",
              "a.yaml:4:9: `<<` takes a mapping or a list of mappings, and this is a number");
    }

    @Test
    void sayWhereTheYamlGoesWrong() {
      read("services:\n  web:\n    image: a: b\n");

      assertThat(complaints())
          .singleElement()
          .asString()
          .startsWith("a.yaml:3:13: a `:` is not expected here");
    }

    @Test
    void pointAtTabs() {
      read("a:\n\tb: 1\n");

      assertThat(complaints())
          .singleElement()
          .asString()
          .isEqualTo("a.yaml:2:1: a tab is used for indentation");
    }

    @Test
    void pointAtWhatWasOpenedAndNeverClosed() {
      read("a: \"b\nc: d\n");
      read("a: [b\nc: d\n");
      read("a: 'b\nc: 'd'\n");

      assertThat(complaints())
          .containsExactly(
              "a.yaml:1:4: the list that opens here lacks a `,` or its closing `]`",
              "a.yaml:1:4: the quote that opens here closes only in line 2",
              "a.yaml:1:4: the quote that opens here is never closed");
    }

    @Test
    void pointAtControlCharacters() {
      read("a: b\nc: d\u0001e\n");

      assertThat(complaints())
          .containsExactly("a.yaml:2:5: this control character may not stand in YAML");
    }

    @Test
    void refuseADocumentThatIsNoMapping() {
      assertThat(read("- a\n")).isEmpty();

      assertThat(complaints())
          .containsExactly("a.yaml:1:1: a Compose file is a mapping, and this document is a list");
    }

    @Test
    void refuseUnknownAnchorsAndCircles() {
      read("a: *b\n");
      read("a: &a [*a]\n");

      assertThat(complaints())
          .containsExactly(
              "a.yaml:1:4: no anchor `&b` comes before this",
              "a.yaml:1:8: `*a` stands inside its own anchor");
    }
  }

  @Nested
  final class Bounds {
    @Test
    void bombsAreRefusedWithoutBeingSetOff() {
      StringBuilder bomb = new StringBuilder("a0: &a0 [x, x]\n");
      for (int i = 1; i < 60; i++) {
        bomb.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
      }

      read(bomb.toString());

      assertThat(problems.sorted())
          .extracting(Diagnostic::code)
          .containsExactly("too-many-aliases");
    }

    @Test
    void depthIsBounded() {
      read("a: " + "[".repeat(5000) + "]".repeat(5000));

      assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("too-deep");
    }

    @Test
    void depthIsBoundedThroughAliasesToo() {
      StringBuilder chain = new StringBuilder("a0: &a0 [x]\n");
      for (int i = 1; i < 300; i++) {
        chain.append("a%d: &a%d [*a%d]\n".formatted(i, i, i - 1));
      }

      read(chain.toString());

      assertThat(problems.sorted()).extracting(Diagnostic::code).containsExactly("too-deep");
    }
  }

  @Test
  void fileMayHoldSeveralDocuments() {
    assertThat(read("a: 1\n---\nb: 2\n...\n---\nc: 3\n")).hasSize(3);
  }

  @Test
  void byteOrderMarkIsNoPartOfTheText() {
    assertThat(read("\uFEFFa: 1\n").getFirst().fields().keySet()).containsExactly("a");
  }

  @Test
  void emptyFileHasNoDocuments() {
    assertThat(read("# nothing\n")).isEmpty();
    assertThat(problems.hasErrors()).isFalse();
  }
}
