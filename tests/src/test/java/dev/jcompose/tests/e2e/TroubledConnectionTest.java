package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Something between the program and the engine makes trouble: the command ends, and says in words
/// what went wrong or gets over it; and the next run mends what it left.
///
/// The property `jcompose.troubles` says how often for each kind, `jcompose.troubles.minutes` after
/// how long in all no other begins, `jcompose.seed` chooses other calls.
@NeedsEngine
@ExtendWith(EngineParameter.class)
final class TroubledConnectionTest {
  private static final int TIMES = Integer.getInteger("jcompose.troubles", 1);
  private static final long SEED = Long.getLong("jcompose.seed", 1);

  /// How long there are troubles of one kind.
  private static final Duration SHARE =
      Duration.ofMinutes(Long.getLong("jcompose.troubles.minutes", 60))
          .dividedBy(Trouble.values().length - 1);

  /// About as many calls as a command makes.
  private static final int CALLS = 40;

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "NONE")
  void theCommandEndsInWordsAndTheNextRunConverges(
      Trouble trouble, @TempDir Path folder, Engine engine)
      throws IOException, InterruptedException {
    EngineSocket socket = EngineSocket.required();
    Random random = new Random(SEED + trouble.name().hashCode());
    try (var project = new RestlessProject(folder, engine, socket)) {
      Instant end = Instant.now().plus(SHARE);
      for (int time = 1; time <= TIMES && Instant.now().isBefore(end); time++) {
        int first = random.nextInt(CALLS) + 1;
        int second = random.nextInt(CALLS) + 1;
        boolean changed = random.nextBoolean();
        try {
          if (changed) {
            project.converges();
            project.change();
          }
          inTrouble(project, socket, folder, trouble, first, "up", "-d", "-t", "0");
          project.converges();
          inTrouble(project, socket, folder, trouble, second, "down", "-v", "-t", "0");
          project.vanishes();
        } catch (AssertionError failure) {
          throw new AssertionError(
              "seed %d, time %d: call %d of up%s, call %d of down"
                  .formatted(SEED, time, first, changed ? " of changed files" : "", second),
              failure);
        }
      }
    }
  }

  private static void inTrouble(
      RestlessProject project,
      EngineSocket engine,
      Path folder,
      Trouble trouble,
      int number,
      String... command)
      throws IOException, InterruptedException {
    Path path = folder.resolve("proxy.sock");
    try (var proxy =
            new TroubleProxy(
                engine, path, call -> call.number() == number ? trouble : Trouble.NONE);
        Running running = project.startAt(proxy.address(), command)) {
      Run run = running.endWithin(3);
      proxy.settle();
      if (trouble == Trouble.DELAYED || proxy.calls() < number) {
        run.ok();
      }
      assertThat(run.exitCode()).as(run.err()).isIn(0, 1);
      assertThat(run.err()).doesNotContain("\tat ");
      if (run.exitCode() == 1) {
        assertThat(run.err()).containsIgnoringCase("error").containsPattern("cannot |connection");
      }
    } finally {
      Files.deleteIfExists(path);
    }
  }
}
