package dev.jcompose.cli.progress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.ImageProgress;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class TransfersTest {
  private final Transfers transfers = new Transfers();

  @Test
  void layersAreTakenTogether() {
    assertThat(transfers.after("i", new ImageProgress(Optional.empty(), "Pulling from i", 0, 0)))
        .isEqualTo("Pulling from i");
    assertThat(after("a", "Pulling fs layer", 0, 0)).isEqualTo("────────── 0/1 layers");
    assertThat(after("b", "Already exists", 0, 0)).isEqualTo("────────── 1/2 layers");
    assertThat(after("a", "Downloading", 1_500_000, 4_000_000))
        .isEqualTo("━━━─────── 1.5MB/4MB 1/2 layers");
    assertThat(after("a", "Download complete", 0, 0)).isEqualTo("━━━━━━━━━━ 4MB/4MB 1/2 layers");
    assertThat(after("a", "Extracting", 32_768, 4_000_000))
        .isEqualTo("━━━━━━━━━━ 4MB/4MB 1/2 layers");
    assertThat(after("a", "Pull complete", 0, 0)).isEqualTo("━━━━━━━━━━ 4MB/4MB 2/2 layers");
    assertThat(transfers.whole("i")).isEqualTo("2 layers 4MB");
    assertThat(transfers.whole("other")).isEmpty();
  }

  /// Otherwise a small layer that comes first would fill the bar.
  @Test
  void layersThatWaitCountAsMuchAsTheOthers() {
    after("a", "Pulling fs layer", 0, 0);
    after("b", "Waiting", 0, 0);
    assertThat(after("a", "Downloading", 1000, 1000)).isEqualTo("━━━━━───── 1kB/1kB 0/2 layers");
    assertThat(after("b", "Downloading", 0, 9000))
        .as("a bar never gets shorter")
        .isEqualTo("━━━━━───── 1kB/10kB 0/2 layers");
  }

  @Test
  void imagesAreCountedApart() {
    after("a", "Pushed", 0, 0);

    var other = new ImageProgress(Optional.of("a"), "Mounted from team/x", 0, 0);
    assertThat(transfers.after("j", other)).isEqualTo("────────── 1/1 layers");
  }

  /// What is pushed may turn out larger than was said.
  @Test
  void noMoreThanAllIsThere() {
    assertThat(after("a", "Pushing", 2048, 1000)).isEqualTo("━━━━━━━━━━ 1kB/1kB 0/1 layers");
  }

  private String after(String layer, String status, long current, long total) {
    return transfers.after("i", new ImageProgress(Optional.of(layer), status, current, total));
  }
}
