package dev.jcompose.spec.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

final class NearestWordTest {
  private static final List<String> KNOWN =
      List.of("depends_on", "deploy", "environment", "env_file", "options", "ports", "retries");

  @Test
  void slipsOfTheFingersAreNear() {
    assertThat(NearestWord.of("prots", KNOWN)).contains("ports");
    assertThat(NearestWord.of("Depends-On", KNOWN)).contains("depends_on");
  }

  @Test
  void wordsCutShortMeanTheOnlyOneThatBeginsSo() {
    assertThat(NearestWord.of("retry", KNOWN)).contains("retries");
    assertThat(NearestWord.of("opts", KNOWN)).contains("options");
    assertThat(NearestWord.of("depends", KNOWN)).contains("depends_on");
    assertThat(NearestWord.of("envi", KNOWN)).isEmpty();
    assertThat(NearestWord.of("op", KNOWN)).isEmpty();
  }

  @Test
  void otherWordsAreNot() {
    assertThat(NearestWord.of("replicas", KNOWN)).isEmpty();
  }
}
