package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.access.Usage;

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
    double used = difference(now, before, "cpu_usage", "total_usage");
    double all =
        now.path("system_cpu_usage").asLong() - before.path("system_cpu_usage").asLong();
    long processors = now.path("online_cpus").asLong();
    if (processors == 0) {
      for (var _ : now.path("cpu_usage").path("percpu_usage")) {
        processors++;
      }
    }
    return all > 0 && used > 0 ? used / all * processors * 100 : 0;
  }

  private static double difference(JsonValue now, JsonValue before, String group, String counter) {
    return now.path(group).path(counter).asLong() - before.path(group).path(counter).asLong();
  }

  /// The page cache that is not in use does not count; its name depends on the version of control
  /// groups.
  private static long memory(JsonValue memory) {
    long usage = memory.path("usage").asLong();
    JsonValue stats = memory.path("stats");
    long idle = stats.path("total_inactive_file").asLong(stats.path("inactive_file").asLong());
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
