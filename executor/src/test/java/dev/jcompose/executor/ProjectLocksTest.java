package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.jcompose.model.ProjectName;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Who changes a project is alone with it.
@Timeout(60)
class ProjectLocksTest {
  private static final ProjectName SHOP = new ProjectName("shop");

  @TempDir Path directory;
  private final List<ProjectLocks.Holder> waitedFor =
      Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch waiting = new CountDownLatch(1);

  private ProjectLocks locks(Duration limit) {
    return new ProjectLocks(
        directory.resolve("locks"),
        new ProjectLocks.Patience(
            limit,
            holder -> {
              waitedFor.add(holder);
              waiting.countDown();
            }));
  }

  @Test
  void theSecondThreadWaitsForTheFirstAndHearsWhoItIs() throws Exception {
    var locks = locks(Duration.ofMinutes(1));
    var second =
        new FutureTask<>(() -> {
          try (var _ = locks.acquire("e", SHOP, "down")) {
            return "done";
          }
        });
    try (var _ = locks.acquire("e", SHOP, "up")) {
      Thread.startVirtualThread(second);
      waiting.await();
      assertThat(second.isDone()).isFalse();
    }
    assertThat(second.get()).isEqualTo("done");
    assertThat(waitedFor)
        .singleElement()
        .satisfies(holder -> {
          assertThat(holder.command()).isEqualTo("up");
          assertThat(holder.pid()).isEqualTo(ProcessHandle.current().pid());
        });
  }

  @Test
  void waitingHasALimit() throws Exception {
    try (var _ = locks(Duration.ZERO).acquire("e", SHOP, "up")) {
      assertThatExceptionOfType(ProjectBusyException.class)
          .isThrownBy(() -> locks(Duration.ofMillis(10)).acquire("e", SHOP, "down"))
          .withMessageContaining("project \"shop\" is being changed by up (process ");
    }
    locks(Duration.ZERO).acquire("e", SHOP, "down").close();
  }

  @Test
  void otherProjectsAndEnginesAreNotHeldUp() throws Exception {
    var locks = locks(Duration.ZERO);
    try (var _ = locks.acquire("e", SHOP, "up");
        var _ = locks.acquire("f", SHOP, "up");
        var _ = locks.acquire("e", new ProjectName("other"), "up")) {
      assertThat(waitedFor).isEmpty();
    }
  }

  @Test
  void anInterruptEndsTheWait() throws Exception {
    var locks = locks(Duration.ofMinutes(1));
    var ended =
        new FutureTask<>(() -> {
          assertThatExceptionOfType(InterruptedException.class)
              .isThrownBy(() -> locks.acquire("e", SHOP, "down"));
          return true;
        });
    try (var _ = locks.acquire("e", SHOP, "up")) {
      var thread = Thread.startVirtualThread(ended);
      waiting.await();
      thread.interrupt();
      assertThat(ended.get()).isTrue();
    }
  }

  @Test
  void anotherProcessIsWaitedForAndItsDeathFreesTheProject() throws Exception {
    var other = holder();
    try {
      assertThatExceptionOfType(ProjectBusyException.class)
          .isThrownBy(() -> locks(Duration.ofMillis(50)).acquire("e", SHOP, "down"))
          .withMessageContaining("up (process " + other.pid());
      var locks = locks(Duration.ofMinutes(1));
      var second =
          new FutureTask<>(() -> {
            locks.acquire("e", SHOP, "down").close();
            return true;
          });
      Thread.startVirtualThread(second);
      waiting.await();
      other.destroyForcibly().waitFor();
      assertThat(second.get()).isTrue();
    } finally {
      other.destroyForcibly().waitFor();
    }
  }

  /// A process that holds the lock until it is killed.
  private Process holder() throws IOException {
    var process =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                Other.class.getName(),
                directory.resolve("locks").toString())
            .redirectErrorStream(true)
            .start();
    var line = process.inputReader(StandardCharsets.UTF_8).readLine();
    assertThat(Objects.requireNonNull(line)).isEqualTo("held");
    return process;
  }

  /// The other process.
  static final class Other {
    private Other() {}

    @SuppressWarnings("SystemOut")
    public static void main(String[] arguments) throws InterruptedException {
      var patience = new ProjectLocks.Patience(Duration.ZERO, _ -> {});
      try (var _ = new ProjectLocks(Path.of(arguments[0]), patience).acquire("e", SHOP, "up")) {
        System.out.println("held");
        new CountDownLatch(1).await();
      }
    }
  }
}
