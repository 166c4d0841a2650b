package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/// The program is killed at random moments, by SIGKILL, and the next run mends what it left.
///
/// A moment is a call that changes something on the engine: the program dies just before it is
/// heard, while it is carried out, or a little later. The property `jcompose.kills` says how often,
/// `jcompose.seed` chooses other moments.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class KilledTest {
  private static final int KILLS = Integer.getInteger("jcompose.kills", 6);
  private static final long SEED = Long.getLong("jcompose.seed", 1);

  /// A little more calls than any command makes that changes something.
  private static final int CALLS = 24;

  private static final int LATER_MILLISECONDS = 60;

  @Test
  void whateverMomentItIsKilledAtUpConvergesAndDownLeavesNothing(
      @TempDir Path folder, Engine engine) throws IOException, InterruptedException {
    EngineSocket socket = EngineSocket.required();
    Random random = new Random(SEED);
    int kills = 0;
    try (var project = new RestlessProject(folder, engine, socket)) {
      var killer = new Killer(folder, socket, project);
      for (int round = 1; kills < KILLS; round++) {
        var moment =
            new Moment(
                random.nextInt(CALLS) + 1,
                Way.values()[random.nextInt(Way.values().length)],
                Duration.ofMillis(random.nextInt(LATER_MILLISECONDS)));
        boolean withDown = random.nextInt(3) == 0;
        Command command = Command.values()[round % Command.values().length];
        try {
          if (command == Command.RECREATE) {
            project.change();
          }
          kills += killer.kill(command, moment) ? 1 : 0;
          if (withDown) {
            project.vanishes();
          }
          project.converges();
          if (command == Command.DOWN) {
            project.vanishes();
          }
        } catch (AssertionError failure) {
          throw new AssertionError(
              "seed %d, round %d: %s killed at %s"
                  .formatted(SEED, round, command, moment)
                  .concat(withDown ? ", then down -v" : ""),
              failure);
        }
      }
    }
    assertThat(kills).isEqualTo(KILLS);
  }

  /// What is killed, in the order of a project's life.
  private enum Command {
    DOWN,
    UP,
    RECREATE;

    String[] words() {
      return switch (this) {
        case DOWN -> new String[] {"down", "-v", "-t", "0"};
        case UP, RECREATE -> new String[] {"up", "-d", "-t", "0"};
      };
    }
  }

  /// How a kill and a call meet.
  private enum Way {
    /// The engine never hears of the call.
    BEFORE,
    /// It carries out the call, and nobody hears its answer.
    DURING,
    /// The call and others go through for a while.
    LATER
  }

  /// @param change the number of the call that changes something, from 1
  /// @param later the time between, for {@link Way#LATER}
  private record Moment(int change, Way way, Duration later) {}

  private record Killer(Path folder, EngineSocket engine, RestlessProject project) {
    /// Whether the command was still running when its moment came.
    boolean kill(Command command, Moment moment) throws IOException, InterruptedException {
      var process = new CompletableFuture<Process>();
      try (var proxy =
              new TroubleProxy(
                  engine, folder.resolve("proxy.sock"), call -> on(call, moment, process));
          Running running = project.startAt(proxy.address(), command.words())) {
        process.complete(running.process());
        boolean ended = running.endWithin(3).exitCode() == 0;
        proxy.settle();
        return !ended;
      } finally {
        Files.deleteIfExists(folder.resolve("proxy.sock"));
      }
    }

    private static Trouble on(
        TroubleProxy.Call call, Moment moment, CompletableFuture<Process> process) {
      if (call.change() != moment.change()) {
        return Trouble.NONE;
      }
      return switch (moment.way()) {
        case BEFORE -> {
          destroy(process);
          yield Trouble.DROPPED_BEFORE;
        }
        case DURING -> {
          destroy(process);
          yield Trouble.NONE;
        }
        case LATER -> {
          Thread.ofVirtual()
              .start(() -> {
                try {
                  Thread.sleep(moment.later());
                } catch (InterruptedException _) {
                  Thread.currentThread().interrupt();
                }
                destroy(process);
              });
          yield Trouble.NONE;
        }
      };
    }

    private static void destroy(CompletableFuture<Process> process) {
      process.join().toHandle().destroyForcibly();
    }
  }
}
