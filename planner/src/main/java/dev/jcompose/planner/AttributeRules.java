package dev.jcompose.planner;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/// When texts of an attribute show that it certainly differs.
final class AttributeRules {
  /// What an engine fills in by itself when nothing is asked for.
  private static final List<String> FILLED_IN =
      List.of(
          "cgroup",
          "ipc",
          "isolation",
          "logging.",
          "memswap_limit",
          "runtime",
          "shm_size",
          "stop_grace_period",
          "stop_signal",
          "ulimits.",
          "annotations.",
          "healthcheck.");

  /// What an engine drops, with a warning at most, where the machine or itself cannot do it.
  private static final List<String> DROPPED =
      List.of(
          "annotations.",
          "blkio_config.",
          "mac_address",
          "mem_reservation",
          "mem_swappiness",
          "memswap_limit",
          "oom_kill_disable",
          "pids_limit");

  private static final String MAC = ".mac_address";

  private AttributeRules() {}

  /// Images expose ports too, and engines add aliases; of these only what is missing counts.
  static boolean differ(
      String name, Optional<String> from, Optional<String> to, Optional<ObservedImage> image) {
    if (name.equals("expose") || name.endsWith(".aliases")) {
      return !words(from).containsAll(words(to));
    }
    if (name.startsWith("networks.") && (from.isEmpty() || to.isEmpty())) {
      return to.isPresent() ? !name.endsWith(MAC) : !isOfEngine(name);
    }
    if (from.isPresent() && to.isPresent()) {
      return !to.get().equals(AttributeText.ANY_CONTAINER)
          || !from.get().startsWith(AttributeText.CONTAINER);
    }
    if (from.isEmpty()) {
      return !isAny(DROPPED, name);
    }
    var isImages = image.isEmpty() || image.get().hasHealthcheck();
    return name.equals("healthcheck.test") ? !isImages : !isAny(FILLED_IN, name);
  }

  /// Each endpoint has an address while its container runs, and a driver may have options.
  private static boolean isOfEngine(String name) {
    return name.endsWith(MAC) || name.contains(".driver_opts.");
  }

  private static boolean isAny(List<String> names, String name) {
    return names.stream()
        .anyMatch(one -> one.endsWith(".") ? name.startsWith(one) : name.equals(one));
  }

  private static Set<String> words(Optional<String> text) {
    return new HashSet<>(text.stream().flatMap(Pattern.compile(" ")::splitAsStream).toList());
  }
}
