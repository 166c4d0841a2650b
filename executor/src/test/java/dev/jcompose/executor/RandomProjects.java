package dev.jcompose.executor;

import dev.jcompose.model.Project;
import java.util.Random;

/// Projects by chance, all named `shop`; the same seed makes the same project.
final class RandomProjects {
  private static final int SERVICES = 4;

  private final Random random;
  private final StringBuilder text = new StringBuilder("services:\n");

  private RandomProjects(Random random) {
    this.random = random;
  }

  /// The next project.
  static Project next(Random random) {
    return Projects.of(new RandomProjects(random).write());
  }

  private String write() {
    for (int i = 0; i < SERVICES; i++) {
      if (i == 0 || random.nextInt(4) > 0) {
        service(i);
      }
    }
    text.append("networks:\n");
    line("  n0: {internal: %b}".formatted(random.nextBoolean()));
    line("  n1: {name: shop_%s}".formatted(pick("one", "two")));
    text.append("volumes:\n");
    line("  data: {labels: {kept: %s}}".formatted(pick("long", "long", "short")));
    line("  more: {name: shop_%s}".formatted(pick("more", "rest")));
    line("configs: {motd: {content: %s}}".formatted(pick("hello", "bye")));
    return text.toString();
  }

  private void service(int index) {
    line("  s%d:".formatted(index));
    line("    image: %s".formatted(pick("busybox", "db")));
    line("    scale: %s".formatted(index == 0 ? pick("1", "2") : pick("1", "1", "2", "0")));
    line("    environment: {MODE: %s}".formatted(pick("a", "b")));
    maybe("    healthcheck: {test: [CMD, \"true\"]}");
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
