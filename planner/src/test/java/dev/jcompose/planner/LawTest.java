package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The law: what was planned and carried out is not planned again, whatever the change and wherever
/// an earlier run was interrupted.
class LawTest {
  static IntStream seeds() {
    return IntStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void aPlanCarriedOutLeavesNothingToDo(int seed) {
    var random = new Random(seed);
    var before = project(random);
    var after = project(random);
    var world = World.with("one", "two").up(before);
    Plans.assertSettled(world, before);
    var options = Plans.up(PlanOptions.Orphans.REMOVED);

    world.executeSome(world.plan(after, options), random);
    world.executeSome(world.plan(before, options), random);
    world.execute(world.plan(after, options));

    assertThat(world.plan(after, options)).hasToString("");
    assertThat(world.execute(world.plan(after, Plans.DOWN)).names()).isEmpty();
    assertThat(world.state().networks()).isEmpty();
  }

  private static Project project(Random random) {
    var text = new StringBuilder("services:\n");
    for (int i = 0; i < 4; i++) {
      if (i == 0 || random.nextInt(4) > 0) {
        service(random, "s" + i, i, text);
      }
    }
    text.append("networks:\n");
    text.append("  n0: {internal: ").append(random.nextBoolean()).append("}\n");
    text.append("  n1: {internal: ").append(random.nextBoolean()).append("}\n");
    text.append("volumes: {data: , more: }\n");
    return Yaml.project(text.toString());
  }

  private static void service(Random random, String name, int index, StringBuilder text) {
    text.append("  ").append(name).append(":\n");
    text.append("    image: ").append(pick(random, "one", "two")).append('\n');
    text.append("    scale: ").append(pick(random, "1", "1", "2", "3")).append('\n');
    text.append("    environment: {MODE: ").append(pick(random, "a", "b")).append("}\n");
    if (random.nextInt(3) == 0) {
      text.append("    healthcheck: {test: \"true\"}\n");
    }
    if (random.nextInt(2) == 0) {
      text.append("    volumes: [").append(pick(random, "/x", "data:/x", "more:/y")).append("]\n");
    }
    if (index > 0 && random.nextInt(4) == 0) {
      text.append("    network_mode: \"service:s0\"\n");
    } else {
      text.append("    networks: [").append(pick(random, "n0", "n1", "n0, n1")).append("]\n");
    }
    if (index > 0 && random.nextInt(2) == 0) {
      text.append("    depends_on: {s0: {condition: ")
          .append(pick(random, "service_started", "service_healthy"))
          .append(", restart: ")
          .append(random.nextBoolean())
          .append("}}\n");
    }
  }

  private static String pick(Random random, String... words) {
    return words[random.nextInt(words.length)];
  }
}
