package dev.jcompose.executor.docker;

import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a user may do about what an engine has refused.
final class EngineAdvice {
  private static final Pattern PUBLISHED =
      Pattern.compile("Bind for \\S*:([0-9]+) failed: port is already allocated");
  private static final Pattern LISTENED =
      Pattern.compile("listen [a-z0-9]+ \\S*:([0-9]+): bind: address already in use");

  private EngineAdvice() {}

  /// The engine's words with advice behind them when there is any.
  static String added(String words) {
    return advice(words).map(advice -> words + "; " + advice).orElse(words);
  }

  private static Optional<String> advice(String words) {
    var listened = LISTENED.matcher(words);
    if (listened.find()) {
      return Optional.of(
          "another program of this machine listens there: `ss -ltnp sport = :"
              + listened.group(1)
              + "` tells which");
    }
    if (words.contains("no space left on device")) {
      return Optional.of(
          "`docker system df` tells what takes the room, `docker system prune` frees some");
    }
    if (words.contains("non-overlapping IPv4 address pool")
        || words.contains("predefined address pools have been fully subnetted")) {
      return Optional.of(
          "remove networks that nobody uses with `docker network prune`, or give this one a"
              + " subnet, with `ipam`");
    }
    if (words.contains("bind source path does not exist")) {
      return Optional.of("make it first, or have it made with `bind.create_host_path: true`");
    }
    if (words.contains("does not match the specified platform")) {
      return Optional.of("pull or build it for that `platform`, or choose another");
    }
    if (words.contains("executable file not found in")) {
      return Optional.of("the image has no such program: check `command` and `entrypoint`");
    }
    return Optional.empty();
  }

  /// The port that a container publishes already, if that is what the engine says.
  static Optional<Integer> takenPort(String words) {
    var published = PUBLISHED.matcher(words);
    return published.find() ? Optional.of(Integer.valueOf(published.group(1))) : Optional.empty();
  }

  /// Who publishes that port, e.g. `; container shop-web-1 of project shop has it`; empty text if
  /// that is not known.
  static String holder(int port, List<ObservedContainer> containers) {
    return containers.stream()
        .filter(container -> container.status().isUp())
        .filter(container ->
            container.ports().stream()
                .anyMatch(one -> one.published().filter(taken -> taken == port).isPresent()))
        .findFirst()
        .map(container ->
            "; container "
                + container.name()
                + container.label(Labels.PROJECT).map(name -> " of project " + name).orElse("")
                + " has it")
        .orElse("");
  }
}
