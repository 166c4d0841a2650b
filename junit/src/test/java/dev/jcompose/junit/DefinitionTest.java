package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.jcompose.Condition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What annotations say.
final class DefinitionTest {
  @ComposeProject(
      value = "a.yaml",
      await = {
        @Await(service = "db", log = "ready"),
        @Await(service = "db", port = 5432),
        @Await(service = "web", port = 80, path = "/health"),
        @Await(
            service = "db",
            command = {"pg_isready", "-q"})
      })
  private static final class Full {}

  @ComposeProject(
      value = "a.yaml",
      await = {
        @Await(service = "db", log = "ready"),
        @Await(service = "db", port = 5432),
        @Await(service = "web", port = 80, path = "/health"),
        @Await(
            service = "db",
            command = {"pg_isready", "-q"})
      })
  private static final class Same {}

  @ComposeProject(await = @Await(service = "db"))
  private static final class Nothing {}

  @ComposeProject(await = @Await(service = "db", log = "ready", port = 5432))
  private static final class Two {}

  @ComposeProject(env = "TAG")
  private static final class NoVariable {}

  private static Definition of(Class<?> type) {
    return Definition.of(type.getAnnotation(ComposeProject.class));
  }

  @Test
  void eachWayToAwaitIsOneCondition() {
    assertThat(of(Full.class).expectations())
        .containsExactly(
            new Definition.Expectation("db", Condition.line("ready")),
            new Definition.Expectation("db", Condition.openPort(5432)),
            new Definition.Expectation("web", Condition.httpAnswer(80, "/health")),
            new Definition.Expectation("db", Condition.success("pg_isready", "-q")));
  }

  @Test
  void annotationsThatSayTheSameMeanTheSameProject() {
    assertThat(of(Full.class)).isEqualTo(of(Same.class)).hasSameHashCodeAs(of(Same.class));
  }

  @ParameterizedTest
  @ValueSource(classes = {Nothing.class, Two.class})
  void awaitingNothingOrTwoThingsIsRefused(Class<?> type) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(type))
        .withMessage("@Await of service db says one of: log, port, port with path, command");
  }

  @Test
  void aVariableHasAValue() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> of(NoVariable.class).compose())
        .withMessage("\"TAG\" is not a variable, like `NAME=value`");
  }

  @Test
  void aKeptProjectHasTheSameNameEachTimeAndOthersNever() {
    var kept = new Naming("ShopTest", Naming.Use.KEPT);
    assertThat(kept.name(of(Full.class)))
        .matches("shoptest-kept-[0-9a-f]{8}")
        .isEqualTo(kept.name(of(Same.class)))
        .isNotEqualTo(kept.name(of(NoVariable.class)));
    var once = new Naming("ShopTest", Naming.Use.ONCE);
    assertThat(once.name(of(Full.class)))
        .matches("shoptest-[0-9a-f]{8}")
        .isNotEqualTo(once.name(of(Full.class)));
  }
}
