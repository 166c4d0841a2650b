package dev.jcompose.executor.docker;

import com.fasterxml.jackson.databind.JsonNode;
import dev.jcompose.executor.access.Usage;

/// Reads what a container uses, as docker's command line works it out of the engine's counters.
final class UsageReader {
  private UsageReader() {}

  static Usage read(JsonNode sample) {
    JsonNode memory = sample.path("memory_stats");
    JsonNode disks = sample.path("blkio_stats").path("io_service_bytes_recursive");
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
  private static double cpu(JsonNode sample) {
    JsonNode now = sample.path("cpu_stats");
    JsonNode before = sample.path("precpu_stats");
    double used = difference(now, before, "cpu_usage", "total_usage");
    double all =
        now.path("system_cpu_usage").asDouble() - before.path("system_cpu_usage").asDouble();
    long processors = now.path("online_cpus").asLong();
    if (processors == 0) {
      processors = now.path("cpu_usage").path("percpu_usage").size();
    }
    return all > 0 && used > 0 ? used / all * processors * 100 : 0;
  }

  private static double difference(JsonNode now, JsonNode before, String group, String counter) {
    return now.path(group).path(counter).asDouble() - before.path(group).path(counter).asDouble();
  }

  /// The page cache that is not in use does not count; its name depends on the version of control
  /// groups.
  private static long memory(JsonNode memory) {
    long usage = memory.path("usage").asLong();
    JsonNode stats = memory.path("stats");
    long idle = stats.path("total_inactive_file").asLong(stats.path("inactive_file").asLong());
    return idle < usage ? usage - idle : usage;
  }

  private static long network(JsonNode sample, String counter) {
    long sum = 0;
    for (JsonNode network : sample.path("networks")) {
      sum += network.path(counter).asLong();
    }
    return sum;
  }

  private static long disk(JsonNode entries, String operation) {
    long sum = 0;
    for (JsonNode entry : entries) {
      if (entry.path("op").asText().equalsIgnoreCase(operation)) {
        sum += entry.path("value").asLong();
      }
    }
    return sum;
  }
}
