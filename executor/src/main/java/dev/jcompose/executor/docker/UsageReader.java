package dev.jcompose.executor.docker;

import dev.jcompose.executor.access.Usage;
import dev.jcompose.executor.json.JsonValue;

/// Reads what a container uses, as docker's command line works it out of the engine's counters.
final class UsageReader {
  private UsageReader() {}

  static Usage read(JsonValue sample) {
    JsonValue memory = sample.path("memory_stats");
    JsonValue disks = sample.path("blkio_stats").path("io_service_bytes_recursive");
    return new Usage(
        cpu(sample),
        memory(memory),
        memory.path("limit").asLong(),
        network(sample, "rx_bytes"),
        network(sample, "tx_bytes"),
        disk(disks, "read"),
        disk(disks, "write"),
        sample.path("pids_stats").path("current").asLong());
  }

  /// The container's part of the time that all processors had between two samples.
  private static double cpu(JsonValue sample) {
    JsonValue now = sample.path("cpu_stats");
    JsonValue before = sample.path("precpu_stats");
    long used = total(now) - total(before);
    long all = now.path("system_cpu_usage").asLong() - before.path("system_cpu_usage").asLong();
    long processors = now.path("online_cpus").asLong();
    if (processors == 0) {
      for (var _ : now.path("cpu_usage").path("percpu_usage")) {
        processors++;
      }
    }
    return all > 0 && used > 0 ? 100.0 * used / all * processors : 0;
  }

  private static long total(JsonValue counters) {
    return counters.path("cpu_usage").path("total_usage").asLong();
  }

  /// The page cache that is not in use does not count; its name depends on the version of control
  /// groups.
  private static long memory(JsonValue memory) {
    long usage = memory.path("usage").asLong();
    JsonValue stats = memory.path("stats");
    String name = stats.has("total_inactive_file") ? "total_inactive_file" : "inactive_file";
    long idle = stats.path(name).asLong();
    return idle < usage ? usage - idle : usage;
  }

  private static long network(JsonValue sample, String counter) {
    long sum = 0;
    for (JsonValue network : sample.path("networks")) {
      sum += network.path(counter).asLong();
    }
    return sum;
  }

  private static long disk(JsonValue entries, String operation) {
    long sum = 0;
    for (JsonValue entry : entries) {
      if (entry.path("op").asText().equalsIgnoreCase(operation)) {
        sum += entry.path("value").asLong();
      }
    }
    return sum;
  }
}
