package dev.jcompose.executor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.executor.fake.Calls.Trouble;
import dev.jcompose.executor.fake.FakeEngine;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law for projects and changes by chance, undisturbed and with a call that fails on the way.
/// `-Djcompose.law.seeds=N` tries more of them.
@Timeout(300)
class RandomLawTest {
  private static final List<Kind> CHANGES =
      List.of(
          Kind.CREATE_CONTAINER,
          Kind.START_CONTAINER,
          Kind.STOP_CONTAINER,
          Kind.REMOVE_CONTAINER,
          Kind.RENAME_CONTAINER,
          Kind.CONNECT,
          Kind.DISCONNECT,
          Kind.UPLOAD,
          Kind.CREATE_NETWORK,
          Kind.REMOVE_NETWORK,
          Kind.CREATE_VOLUME,
          Kind.REMOVE_VOLUME,
          Kind.PULL);

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("jcompose.law.seeds", 200));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachChangeConverges(int seed) throws InterruptedException {
    var random = new Random(seed);
    var law = new Law(new FakeEngine());
    var project = RandomProjects.next(random);
    law.holds(project);
    for (int change = 0; change < 3; change++) {
      project = RandomProjects.next(random);
      law.holds(project);
    }
    law.downLeavesNothing(project);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aFailureOnTheWayIsMended(int seed) throws InterruptedException {
    var random = new Random(seed);
    var engine = new FakeEngine();
    var law = new Law(engine);
    law.up(RandomProjects.next(random), _ -> {});
    var project = RandomProjects.next(random);
    for (int failure = 0; failure < 3; failure++) {
      var kind = CHANGES.get(random.nextInt(CHANGES.size()));
      var reset = Trouble.failure(EngineException.Kind.OTHER, "connection reset");
      if (random.nextBoolean()) {
        engine.calls().before(kind, 1 + random.nextInt(3), reset);
      } else {
        engine.calls().after(kind, 1 + random.nextInt(3), reset);
      }
      law.up(random.nextInt(3) == 0 ? RandomProjects.next(random) : project, _ -> {});
    }
    engine.calls().calm();
    law.holds(project);
    law.downLeavesNothing(project);
    assertThat(engine.hand().containers()).isEmpty();
    assertThat(engine.hand().networks()).isEmpty();
  }
}
