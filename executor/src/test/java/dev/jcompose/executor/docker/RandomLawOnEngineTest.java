package dev.jcompose.executor.docker;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.Law;
import dev.jcompose.executor.RandomProjects;
import dev.jcompose.executor.contract.Specs;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law for a few projects and changes by chance on a real engine. `-Djcompose.law.seeds=N`
/// tries more of them.
@Tag("engine")
@Timeout(300)
class RandomLawOnEngineTest {
  @RegisterExtension final OwnProject own = new OwnProject("jclaw");

  private final Engine engine = own.engine();
  private final Law law = new Law(engine, () -> {});
  private final String name = own.name();

  @AfterEach
  void leaveNoVolumesBehind() throws InterruptedException {
    Leftovers.remove(engine, name);
    law.removeAnonymousVolumes();
  }

  static IntStream seeds() {
    return IntStream.range(0, Integer.getInteger("jcompose.law.seeds", 3));
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void eachChangeConverges(int seed) throws InterruptedException {
    var random = new Random(seed);
    var images = List.of(Specs.IMAGE);
    var project = RandomProjects.next(random, name, images);
    law.holds(project);
    for (int change = 0; change < 2; change++) {
      project = RandomProjects.next(random, name, images);
      law.holds(project);
    }
    law.downLeavesNothing(project);
  }
}
