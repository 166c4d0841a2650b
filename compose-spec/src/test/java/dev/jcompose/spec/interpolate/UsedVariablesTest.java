package dev.jcompose.spec.interpolate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

final class UsedVariablesTest {
  private static final Span SPAN = new Span("f", 1, 1, 1, 1);

  private static List<UsedVariable> in(String... texts) {
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (String text : texts) {
      fields.put("k" + fields.size(), new Node.Field(SPAN, new Node.Text(text, SPAN)));
    }
    return UsedVariables.in(new Node.Mapping(Ordered.map(fields), SPAN));
  }

  @Test
  void wordsMayHoldVariablesOfTheirOwn() {
    assertThat(in("${A:-${B}${C:-1}}-${D+$E}"))
        .containsExactly(
            new UsedVariable("A", false, "${B}${C:-1}", ""),
            new UsedVariable("B", false, "", ""),
            new UsedVariable("C", false, "1", ""),
            new UsedVariable("D", false, "", "$E"),
            new UsedVariable("E", false, "", ""));
  }

  @Test
  void whatSeveralPlacesSayIsPutTogether() {
    assertThat(in("$A", "${A:-1}", "${A?}", "${A:-2}"))
        .containsExactly(new UsedVariable("A", true, "1", ""));
  }

  @Test
  void dollarSignsAreNoVariables() {
    assertThat(in("$$A $5 ${} ${A!} $")).isEmpty();
  }
}
