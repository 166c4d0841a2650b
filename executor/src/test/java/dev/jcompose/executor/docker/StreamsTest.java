package dev.jcompose.executor.docker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.contract.Heard;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.contract.Trial;
import dev.jcompose.model.Command;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.PortNotes;
import dev.jcompose.model.PortRange;
import dev.jcompose.model.Service;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerSpec;
import java.io.ByteArrayOutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// Logs, events and output of commands as a real engine sends them.
@Tag("engine")
@Timeout(60)
final class StreamsTest {
  private static final LogOptions FOLLOWED =
      new LogOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), false);

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
  void bothStreamsAreToldApart() throws InterruptedException {
    ContainerId id = on.started("job", "sh", "-c", "echo out; echo err >&2; echo end; sleep 0.5");

    assertThat(on.log(id, FOLLOWED))
        .containsExactlyInAnyOrder(
            new LogLine(LogLine.Source.OUT, Optional.empty(), "out"),
            new LogLine(LogLine.Source.ERR, Optional.empty(), "err"),
            new LogLine(LogLine.Source.OUT, Optional.empty(), "end"));
  }

  @Test
  void aLineOfManyFramesIsOneLine() throws InterruptedException {
    String command = "head -c 100000 /dev/zero | tr '\\0' x; echo; echo next";
    ContainerId id = on.started("job", "sh", "-c", command);
    LogOptions timed =
        new LogOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), true);

    assertThat(on.log(id, timed))
        .extracting(LogLine::text)
        .containsExactly("x".repeat(100000), "next");
  }

  @Test
  void aTerminalHasOneStreamWithoutFrames() throws InterruptedException {
    Execution plain = Specs.running().execution();
    Execution withTerminal =
        new Execution(
            new Command.Words(List.of("sh", "-c", "echo out; echo err >&2")),
            plain.entrypoint(),
            plain.environment(),
            plain.envFiles(),
            plain.workingDir(),
            plain.user(),
            true,
            plain.stdinOpen(),
            plain.init(),
            plain.models());
    ContainerId id = on.started(on.specs().of(Specs.running().withExecution(withTerminal)));

    assertThat(on.log(id, FOLLOWED)).extracting(LogLine::text).containsExactly("out", "err");
  }

  @Test
  void sinceCountsFractionsOfSeconds() throws InterruptedException {
    ContainerId id = on.started("job", "sh", "-c", "echo one; sleep 0.3; echo two");
    LogOptions timed =
        new LogOptions(true, Optional.empty(), Optional.empty(), Optional.empty(), true);
    List<LogLine> lines = on.log(id, timed);
    Instant second = Instant.parse(lines.get(1).time().orElseThrow());

    LogOptions since =
        new LogOptions(false, Optional.empty(), Optional.of(second), Optional.empty(), false);
    LogOptions until =
        new LogOptions(
            false, Optional.empty(), Optional.empty(), Optional.of(second.minusNanos(1)), false);
    assertThat(on.log(id, since)).extracting(LogLine::text).containsExactly("two");
    assertThat(on.log(id, until)).extracting(LogLine::text).containsExactly("one");
  }

  @Test
  void noEventIsMissedRightAfterOpening() throws InterruptedException {
    ContainerId id = on.create(on.specs().container("job", "true"));
    for (int i = 0; i < 20; i++) {
      Heard heard = new Heard();
      try (var _ = on.engine().events(on.specs().project(), heard)) {
        String name = on.specs().name("job" + i);
        on.engine().renameContainer(id, name);
        assertThat(heard.await("rename").attributes()).containsEntry("name", name);
      }
    }
  }

  @Test
  void aCommandHasItsUserDirectoryAndEnvironment() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");
    Hook hook =
        new Hook(
            new Command.Words(List.of("sh", "-c", "id -u; pwd; echo $A; exit 7")),
            Optional.empty(),
            Optional.of("1000"),
            false,
            Optional.of("/etc"),
            Ordered.map(Map.of("A", Optional.of("1"))),
            false,
            Extensions.NONE);

    assertThat(on.engine().exec(id, hook)).isEqualTo(new ExecResult(7, "1000\n/etc\n1\n"));
  }

  @Test
  void anArchiveIsUnpackedWithOwnersAndModes() throws Exception {
    ContainerId id = on.started("web", "sleep", "600");
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (var tar = new TarArchiveOutputStream(bytes)) {
      var entry = new TarArchiveEntry("run/secrets/password");
      entry.setIds(1000, 1001);
      entry.setMode(0440);
      entry.setSize(1);
      tar.putArchiveEntry(entry);
      tar.write('x');
      tar.closeArchiveEntry();
    }
    on.engine().upload(id, "/", bytes.toByteArray());

    assertThat(
            on.engine().exec(id, Specs.hook("stat", "-c", "%u %g %a %s", "/run/secrets/password")))
        .isEqualTo(new ExecResult(0, "1000 1001 440 1\n"));
  }

  @Test
  void aPortInUseIsToldInTheEnginesWords() throws Exception {
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      ContainerId id = on.create(onBridge(publishing(taken.getLocalPort())));

      Trial.refused(EngineException.Kind.CONFLICT, () -> on.engine().startContainer(id))
          .withMessageContaining("address already in use");
    }
  }

  @Test
  void manyContainersStartSideBySide() throws Exception {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      String service = "web" + i;
      threads.add(Thread.ofVirtual().start(() -> startedOrNot(service)));
    }
    for (Thread thread : threads) {
      thread.join();
    }
    assertThat(on.engine().containers(on.specs().project()))
        .hasSize(8)
        .allMatch(container -> container.status().isRunning());
  }

  private ContainerSpec onBridge(Service service) throws InterruptedException {
    on.engine().createNetwork(on.specs().network("front"), on.specs().networkLabels("front"));
    return on.specs().of(service, List.of(), List.of(on.specs().endpoint("front")));
  }

  private void startedOrNot(String service) {
    try {
      var _ = on.started(service, "sleep", "600");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Service publishing(int port) {
    Service plain = Specs.running();
    var mapping =
        new PortMapping(
            80,
            Optional.of(new PortRange(port, port)),
            Optional.of("127.0.0.1"),
            "tcp",
            Optional.empty(),
            PortNotes.NONE);
    return plain.withNetworking(plain.networking().withPorts(List.of(mapping)));
  }
}
