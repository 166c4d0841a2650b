package dev.jcompose.spec.write;

import dev.jcompose.model.Value;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The order in which the attributes of a service are printed. The config hash is made of the
/// printed form, so a change here would recreate every container.
final class ServiceOrder {
  private static final List<String> NAMES =
      List.of(
          "profiles",
          "annotations",
          "attach",
          "build",
          "develop",
          "blkio_config",
          "cap_add",
          "cap_drop",
          "cgroup_parent",
          "cgroup",
          "cpu_count",
          "cpu_percent",
          "cpu_period",
          "cpu_quota",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpus",
          "cpuset",
          "cpu_shares",
          "command",
          "configs",
          "container_name",
          "credential_spec",
          "depends_on",
          "deploy",
          "device_cgroup_rules",
          "devices",
          "dns",
          "dns_opt",
          "dns_search",
          "domainname",
          "entrypoint",
          "provider",
          "environment",
          "env_file",
          "expose",
          "external_links",
          "extra_hosts",
          "group_add",
          "gpus",
          "hostname",
          "healthcheck",
          "image",
          "init",
          "ipc",
          "isolation",
          "labels",
          "label_file",
          "links",
          "logging",
          "mem_limit",
          "mem_reservation",
          "memswap_limit",
          "mem_swappiness",
          "mac_address",
          "models",
          "network_mode",
          "networks",
          "oom_kill_disable",
          "oom_score_adj",
          "pid",
          "pids_limit",
          "platform",
          "ports",
          "privileged",
          "pull_policy",
          "read_only",
          "restart",
          "runtime",
          "scale",
          "secrets",
          "security_opt",
          "shm_size",
          "stdin_open",
          "stop_grace_period",
          "stop_signal",
          "storage_opt",
          "sysctls",
          "tmpfs",
          "tty",
          "ulimits",
          "use_api_socket",
          "user",
          "userns_mode",
          "uts",
          "volumes",
          "volumes_from",
          "working_dir",
          "pre_start",
          "post_start",
          "pre_stop");

  private ServiceOrder() {}

  /// The same attributes in that order; extensions follow in their own.
  static Value.Fields sort(Value.Fields service) {
    SequencedMap<String, Value> sorted = new LinkedHashMap<>();
    for (String name : NAMES) {
      Value value = service.values().get(name);
      if (value != null) {
        sorted.put(name, value);
      }
    }
    service.values().forEach(sorted::putIfAbsent);
    return new Value.Fields(sorted);
  }
}
