package dev.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class BuildStepsTest {
  private final BuildSteps builds = new BuildSteps();

  @Test
  void stagesOfBuildKitAreTakenTogether() {
    assertThat(after("[web internal] load build definition from Dockerfile")).isEmpty();
    assertThat(after("[web one 1/3] FROM busybox")).isEqualTo("────────── 1/3 FROM busybox");
    assertThat(after("[web 1/2] FROM busybox")).isEqualTo("━━──────── 2/5 FROM busybox");
    assertThat(after("CACHED [web one 3/3] RUN make")).isEqualTo("━━━━━━──── 4/5 RUN make");
    assertThat(after("[web one 2/3] RUN late")).isEqualTo("━━━━━━──── 4/5 RUN late");
    assertThat(after("[web] exporting to image")).isEmpty();
    assertThat(builds.whole("i")).isEqualTo("5 steps");
  }

  @Test
  void stepsOfTheClassicBuilderAreCounted() {
    assertThat(after("Step 2/4 : RUN make")).isEqualTo("━━──────── 2/4 RUN make");
    assertThat(after(" ---> d98ac1cdbf1e")).isEmpty();
  }

  @Test
  void whatOnlyLooksLikeAStepIsNone() {
    assertThat(after("[1/2] FROM busybox")).isEqualTo("────────── 1/2 FROM busybox");
    assertThat(after("[3/2] x")).isEmpty();
    assertThat(after("[a/b] x")).isEmpty();
    assertThat(after("[] x")).isEmpty();
    assertThat(after("Step by step : x")).isEmpty();
    assertThat(after("")).isEmpty();
  }

  private String after(String line) {
    return builds.after("i", line).orElse("");
  }
}
