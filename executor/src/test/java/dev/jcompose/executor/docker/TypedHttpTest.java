package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.async.ResultCallback;
import com.github.dockerjava.api.model.Frame;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.contract.Trial;
import dev.jcompose.planner.ContainerId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// docker-java's typed commands over our own connections.
@Tag("engine")
@Timeout(60)
final class TypedHttpTest {
  private static final CliConfig CONFIG = CliConfig.of(System.getenv());

  private final Trial on = new Trial(RealEngine.open());

  @BeforeAll
  static void needsEngine() throws InterruptedException {
    RealEngine.require();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Test
  void aCommandHearsOfTheEndOfItsInput() throws Exception {
    ContainerId id = on.started("web", "sleep", "600");
    String input = "line\n".repeat(100_000);
    try (Connection open = Connection.open(new EngineDiscovery(CONFIG).find(), CONFIG);
        Output output = new Output();
        InputStream stdin = new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8))) {
      String exec =
          open.typed()
              .execCreateCmd(id.value())
              .withAttachStdin(true)
              .withAttachStdout(true)
              .withCmd("sh", "-c", "wc -c; echo done")
              .exec()
              .getId();
      var callback = open.typed().execStartCmd(exec).withStdIn(stdin).exec(output);
      assertThat(callback.awaitCompletion(30, TimeUnit.SECONDS)).isTrue();
      assertThat(output.text()).isEqualTo(input.length() + "\ndone\n");
    }
  }

  @Test
  void anArchiveIsReadAndWritten() throws Exception {
    ContainerId id = on.started("web", "sleep", "600");
    try (Connection open = Connection.open(new EngineDiscovery(CONFIG).find(), CONFIG)) {
      try (InputStream archive =
          open.typed().copyArchiveFromContainerCmd(id.value(), "/etc/group").exec()) {
        open.typed()
            .copyArchiveToContainerCmd(id.value())
            .withTarInputStream(archive)
            .withRemotePath("/tmp")
            .exec();
      }
      assertThat(open.typed().listContainersCmd().withIdFilter(List.of(id.value())).exec())
          .hasSize(1);
    }
    assertThat(on.engine().exec(id, Specs.hook("cmp", "/etc/group", "/tmp/group")).exitCode())
        .isZero();
  }

  /// Collects what comes.
  private static final class Output extends ResultCallback.Adapter<Frame> {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    @Override
    public void onNext(Frame frame) {
      bytes.writeBytes(frame.getPayload());
    }

    String text() {
      return bytes.toString(StandardCharsets.UTF_8);
    }
  }
}
