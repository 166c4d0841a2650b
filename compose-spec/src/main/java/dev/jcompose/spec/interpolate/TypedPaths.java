package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.step.PathTable;
import java.util.Map;

/// Where text stands for a number or a truth value.
///
/// These are the places docker compose knows; elsewhere text stays text, and the schema says where
/// that is wrong.
final class TypedPaths {
  static final PathTable<Cast> TABLE =
      PathTable.of(
          Map.ofEntries(
              service("cpu_count", Cast.WHOLE),
              service("cpu_percent", Cast.DECIMAL),
              service("cpu_period", Cast.WHOLE),
              service("cpu_quota", Cast.WHOLE),
              service("cpu_rt_period", Cast.WHOLE),
              service("cpu_rt_runtime", Cast.WHOLE),
              service("cpu_shares", Cast.WHOLE),
              service("cpus", Cast.DECIMAL),
              service("depends_on.*.required", Cast.TRUTH),
              service("depends_on.*.restart", Cast.TRUTH),
              service("deploy.placement.max_replicas_per_node", Cast.WHOLE),
              service("deploy.replicas", Cast.WHOLE),
              service("deploy.restart_policy.max_attempts", Cast.WHOLE),
              service("deploy.rollback_config.max_failure_ratio", Cast.DECIMAL),
              service("deploy.rollback_config.parallelism", Cast.WHOLE),
              service("deploy.update_config.max_failure_ratio", Cast.DECIMAL),
              service("deploy.update_config.parallelism", Cast.WHOLE),
              service("healthcheck.disable", Cast.TRUTH),
              service("healthcheck.retries", Cast.WHOLE),
              service("init", Cast.TRUTH),
              service("oom_kill_disable", Cast.TRUTH),
              service("oom_score_adj", Cast.WHOLE),
              service("pids_limit", Cast.WHOLE),
              service("ports.[].target", Cast.WHOLE),
              service("privileged", Cast.TRUTH),
              service("read_only", Cast.TRUTH),
              service("scale", Cast.WHOLE),
              service("stdin_open", Cast.TRUTH),
              service("tty", Cast.TRUTH),
              service("ulimits.*", Cast.WHOLE),
              service("ulimits.*.hard", Cast.WHOLE),
              service("ulimits.*.soft", Cast.WHOLE),
              service("volumes.[].read_only", Cast.TRUTH),
              service("volumes.[].volume.nocopy", Cast.TRUTH),
              Map.entry("networks.*.attachable", Cast.TRUTH),
              Map.entry("networks.*.enable_ipv4", Cast.TRUTH),
              Map.entry("networks.*.enable_ipv6", Cast.TRUTH),
              Map.entry("networks.*.external", Cast.TRUTH),
              Map.entry("networks.*.internal", Cast.TRUTH),
              Map.entry("volumes.*.external", Cast.TRUTH),
              Map.entry("configs.*.external", Cast.TRUTH),
              Map.entry("secrets.*.external", Cast.TRUTH)));

  private TypedPaths() {}

  private static Map.Entry<String, Cast> service(String attribute, Cast cast) {
    return Map.entry("services.*." + attribute, cast);
  }
}
