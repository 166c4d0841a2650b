package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.executor.access.TerminalSize;
import dev.jcompose.executor.contract.AccessContract;
import dev.jcompose.model.Ordered;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/// What people do with containers, on a real engine.
@Tag("engine")
final class DockerAccessTest extends AccessContract {
  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @Override
  protected Engine open() {
    return RealEngine.open();
  }

  @Test
  void theStreamsOfACommandStayApartWithoutATerminal() throws InterruptedException, IOException {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();

    try (Dialogue dialogue = exec(command("sh", "-c", "echo one; echo two >&2; exit 3"))) {
      dialogue.copyTo(out, err);
      assertThat(dialogue.hasTerminal()).isFalse();
      assertThat(dialogue.exitCode()).isEqualTo(3);
    }

    assertThat(out).hasToString("one\n");
    assertThat(err).hasToString("two\n");
  }

  @Test
  void aCommandHasTheUserDirectoryVariablesAndTerminalItIsGiven()
      throws InterruptedException, IOException {
    var given =
        new Execution(
            List.of("sh", "-c", "id -u; pwd; echo $A; stty size; read line; stty size; echo $line"),
            Optional.of("1000"),
            Optional.of("/tmp"),
            Ordered.map(Map.of("A", "b c")),
            false,
            true,
            Optional.of(new TerminalSize(101, 37)),
            Optional.empty());
    var out = new ByteArrayOutputStream();

    try (Dialogue dialogue = exec(given)) {
      Thread.ofVirtual()
          .start(() -> {
            try {
              Thread.sleep(Duration.ofSeconds(1));
              dialogue.resize(new TerminalSize(55, 44));
              dialogue.input().write("typed\n".getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException | IOException e) {
              throw new AssertionError(e);
            }
          });
      dialogue.copyTo(out, out);
      assertThat(dialogue.hasTerminal()).isTrue();
      assertThat(dialogue.exitCode()).isZero();
    }

    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .containsSubsequence("1000", "/tmp", "b c", "44 55", "typed");
  }

  @Test
  void anInterruptEndsTheListening() throws InterruptedException {
    var interrupted = new CompletableFuture<Boolean>();
    try (Dialogue dialogue = exec(command("sleep", "600"))) {
      Thread listener =
          Thread.ofPlatform()
              .start(() -> {
                try {
                  dialogue.copyTo(OutputStream.nullOutputStream(), OutputStream.nullOutputStream());
                  interrupted.complete(false);
                } catch (InterruptedException _) {
                  interrupted.complete(true);
                } catch (IOException e) {
                  interrupted.completeExceptionally(e);
                }
              });
      Thread.sleep(Duration.ofMillis(200));
      listener.interrupt();
      assertThat(interrupted.join()).isTrue();
    }
  }

  private Dialogue exec(Execution execution) throws InterruptedException {
    return access().exec(on().started("web", "sleep", "600"), execution);
  }
}
