package dev.jcompose.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class CycleTest {
  @Test
  void beginsAtTheSamePlaceWhereverItWasEntered() {
    assertThat(Cycle.of(List.of("web", "db", "cache"))).hasToString("cache -> web -> db -> cache");
    assertThat(Cycle.of(List.of("db", "cache", "web"))).hasToString("cache -> web -> db -> cache");
  }

  @Test
  void mayHaveOneMember() {
    assertThat(Cycle.of(List.of("web"))).hasToString("web -> web");
  }
}
