package dev.jcompose.executor;

import dev.jcompose.model.Project;
import java.util.List;
import java.util.Random;

/// Projects by chance; the same seed makes the same project.
public final class RandomProjects {
  private static final int SERVICES = 4;

  private final Random random;
  private final String name;
  private final List<String> images;
  private final StringBuilder text = new StringBuilder("services:\n");

  private RandomProjects(Random random, String name, List<String> images) {
    this.random = random;
    this.name = name;
    this.images = images;
  }

  /// The next project, named `shop`.
  static Project next(Random random) {
    return next(random, "shop", List.of("busybox", "db"));
  }

  /// The next project of that name, with services from these images.
  public static Project next(Random random, String name, List<String> images) {
    return Projects.named(name, new RandomProjects(random, name, images).write());
  }

  private String write() {
    for (int i = 0; i < SERVICES; i++) {
      if (i == 0 || random.nextInt(4) > 0) {
        service(i);
      }
    }
    text.append("networks:\n");
    line("  n0: {internal: %b}".formatted(random.nextBoolean()));
    line("  n1: {name: %s_%s}".formatted(name, pick("one", "two")));
    text.append("volumes:\n");
    line("  data: {labels: {kept: %s}}".formatted(pick("long", "long", "short")));
    line("  more: {name: %s_%s}".formatted(name, pick("more", "rest")));
    line("configs: {motd: {content: %s}}".formatted(pick("hello", "bye")));
    return text.toString();
  }

  private void service(int index) {
    line("  s%d:".formatted(index));
    line("    image: %s".formatted(images.get(random.nextInt(images.size()))));
    line("    command: [sleep, \"1000\"]");
    line("    stop_grace_period: 1s");
    if (index == 0) {
      line("    ipc: shareable");
    }
    line("    scale: %s".formatted(index == 0 ? pick("1", "2") : pick("1", "1", "2", "0")));
    line("    environment: {MODE: %s}".formatted(pick("a", "b")));
    maybe("    healthcheck: {test: [CMD, \"true\"], interval: 1s}");
    maybe("    configs: [motd]");
    maybe("    volumes: [%s]".formatted(pick("/x", "data:/x", "\"more:/y\", /z")));
    maybe("    restart: always");
    if (index > 0 && random.nextInt(5) == 0) {
      line("    %s: \"service:s0\"".formatted(pick("network_mode", "pid", "ipc")));
    } else {
      line("    networks: [%s]".formatted(pick("n0", "n1", "n0, n1")));
    }
    if (index > 0 && random.nextInt(2) == 0) {
      line(
          "    depends_on: {s0: {condition: %s, restart: %b, required: false}}"
              .formatted(pick("service_started", "service_healthy"), random.nextBoolean()));
    }
  }

  private void maybe(String line) {
    if (random.nextInt(3) == 0) {
      line(line);
    }
  }

  private void line(String line) {
    text.append(line).append('\n');
  }

  private String pick(String... words) {
    return words[random.nextInt(words.length)];
  }
}
