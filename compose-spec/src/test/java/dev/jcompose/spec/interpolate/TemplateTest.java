package dev.jcompose.spec.interpolate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TemplateTest {
  private static final Map<String, String> VARIABLES = Map.of("SET", "s", "EMPTY", "", "_x1", "u");

  private static Template.Result fill(String template) {
    return Template.of(template).fill(name -> Optional.ofNullable(VARIABLES.get(name)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '^',
      value = {
        "plain                     | plain",
        "$SET-x                    | s-x",
        "${SET}x                   | sx",
        "$_x1                      | u",
        "$$SET                     | $SET",
        "$${SET}                   | ${SET}",
        "cost: 5$                  | cost: 5$",
        "$5 $(date)                | $5 $(date)",
        "${EMPTY:-d}               | d",
        "${EMPTY-d}                | ^^",
        "${NONE:-d}                | d",
        "${NONE-d}                 | d",
        "${SET:-d}                 | s",
        "${SET:+r}                 | r",
        "${EMPTY:+r}               | ^^",
        "${EMPTY+r}                | r",
        "${NONE+r}                 | ^^",
        "${SET?e}                  | s",
        "${EMPTY?e}                | ^^",
        "${NONE:-${SET}}           | s",
        "${NONE:-${ALSO-a}b}c      | abc",
        "${NONE:-{\"a\": {}}}      | {\"a\": {}}",
        "${NONE:-a}-${NONE:-b}     | a-b",
        "${NONE:-x:-y}             | x:-y",
        "${NONE-x?y}               | x?y",
        "${SET:-a}${SET:?b}        | ss"
      })
  void everyFormOfAVariable(String template, String filled) {
    Template.Result result = fill(template);

    assertThat(result.text()).isEqualTo(filled);
    assertThat(result.faults()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "${NONE?}        | required variable NONE is missing a value",
        "${NONE:?no one} | required variable NONE is missing a value: no one",
        "${EMPTY:?$SET}  | required variable EMPTY is missing a value: s"
      })
  void requiredVariablesAreMissed(String template, String message) {
    assertThat(fill(template).faults())
        .extracting(Template.Fault::message)
        .containsExactly(message);
  }

  @ParameterizedTest
  @CsvSource({"${", "${}", "${SET", "${1}", "${SET!x}", "${ SET}", "${SET:}", "x ${SET:-a"})
  void whatIsNoVariableIsRefused(String template) {
    assertThat(fill(template).faults())
        .extracting(Template.Fault::code)
        .containsExactly("interpolation-syntax");
  }

  @Test
  void unsetVariablesAreToldOnceInTheirOrder() {
    assertThat(fill("$B ${A} $B ${C:-}").unset()).containsExactly("B", "A");
  }

  @Test
  void defaultsThatAreNotNeededAreNotLookedAt() {
    Template.Result result = fill("${SET:-${NONE?e}} ${SET-$ALSO}");

    assertThat(result.faults()).isEmpty();
    assertThat(result.unset()).isEmpty();
  }

  @Test
  void aDefaultMayNotSpanLines() {
    assertThat(fill("${NONE:-a\nb}").faults()).hasSize(1);
  }
}
