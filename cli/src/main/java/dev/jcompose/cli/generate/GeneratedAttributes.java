package dev.jcompose.cli.generate;

import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ContainerId;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The attributes of a container that {@link dev.jcompose.planner.AttributeText} has written as
/// text, turned back into those of a service.
final class GeneratedAttributes {
  private static final List<String> SCALARS =
      List.of(
          "restart",
          "init",
          "tty",
          "stdin_open",
          "read_only",
          "privileged",
          "stop_grace_period",
          "cpus",
          "cpu_shares",
          "cpu_period",
          "cpu_quota",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpu_count",
          "cpu_percent",
          "mem_limit",
          "mem_reservation",
          "memswap_limit",
          "mem_swappiness",
          "shm_size",
          "oom_kill_disable",
          "oom_score_adj",
          "pids_limit");

  private static final List<String> TEXTS =
      List.of(
          "stop_signal",
          "domainname",
          "mac_address",
          "cpuset",
          "uts",
          "userns_mode",
          "cgroup_parent",
          "runtime",
          "isolation");

  private static final List<String> SHARED = List.of("network_mode", "ipc", "pid");

  private static final List<String> LISTS =
      List.of(
          "cap_add",
          "cap_drop",
          "security_opt",
          "group_add",
          "devices",
          "device_cgroup_rules",
          "dns",
          "dns_opt",
          "dns_search",
          "extra_hosts",
          "tmpfs",
          "volumes_from");

  private static final List<String> MAPS = List.of("sysctls", "storage_opt", "annotations");

  private final ContainerDetails details;
  private final Surroundings outside;
  private final FieldWriter fields;

  /// What is still to be written.
  private final SequencedMap<String, String> rest;

  private final List<String> tmpfs;

  /// @param fields where they are written to
  GeneratedAttributes(ContainerDetails details, Surroundings outside, FieldWriter fields) {
    this.details = details;
    this.outside = outside;
    this.fields = fields;
    this.rest = new TreeMap<>(details.attributes());
    this.tmpfs = words(rest.getOrDefault("tmpfs", ""));
    forgetDefaults();
  }

  /// What an engine fills in when nothing is asked for, as a hardware address for each network.
  /// What `cgroup` is then depends on the machine.
  private void forgetDefaults() {
    rest.remove("restart", "no");
    rest.remove("stop_signal", "SIGTERM");
    rest.remove("runtime", "runc");
    rest.remove("isolation", "default");
    rest.remove("ipc", "private");
    rest.remove("ipc", "shareable");
    rest.remove("logging.driver", "json-file");
    rest.remove("cgroup");
    rest.remove("expose");
    var memory = rest.getOrDefault("mem_limit", "");
    if (memory.matches("[0-9]{1,17}")) {
      rest.remove("memswap_limit", Long.toString(2 * Long.parseLong(memory)));
    }
    rest.keySet()
        .removeIf(name ->
            name.startsWith("networks.")
                && (name.endsWith(".mac_address") || name.contains(".driver_opts.")));
  }

  /// Whether memory is mounted at that place by the attribute `tmpfs`.
  boolean hasTmpfs(String target) {
    return tmpfs.stream().anyMatch(one -> one.equals(target) || one.startsWith(target + ":"));
  }

  void ports() {
    fields.texts("ports", words(taken("ports")).stream().map(GeneratedAttributes::port).toList());
  }

  /// `ADDRESS:HOST:CONTAINER/tcp` as people write it; an address of IPv6 stands in brackets.
  private static String port(String binding) {
    var port = binding.replaceFirst("/tcp$", "");
    int target = port.lastIndexOf(':');
    if (target == 0) {
      return port.substring(1);
    }
    int published = target < 0 ? -1 : port.lastIndexOf(':', target - 1);
    var address = published < 0 ? "" : port.substring(0, published);
    return address.contains(":") ? "[" + address + "]" + port.substring(published) : port;
  }

  /// What was asked for on a network.
  ///
  /// @param names by which it is known there anyhow, beside the beginning of its id
  FieldWriter endpoint(String network, List<String> names, ContainerId id) {
    var prefix = "networks." + network + ".";
    var aliases =
        words(taken(prefix + "aliases")).stream()
            .filter(alias -> !names.contains(alias) && !id.value().startsWith(alias))
            .toList();
    return new FieldWriter()
        .texts("aliases", aliases)
        .text("ipv4_address", taken(prefix + "ipv4_address"))
        .text("ipv6_address", taken(prefix + "ipv6_address"))
        .texts("link_local_ips", words(taken(prefix + "link_local_ips")))
        .scalar("gw_priority", taken(prefix + "gw_priority"));
  }

  /// All that is left to be written.
  void rest() {
    for (String name : SCALARS) {
      fields.scalar(name, taken(name));
    }
    for (String name : TEXTS) {
      fields.text(name, taken(name));
    }
    for (String name : SHARED) {
      fields.text(name, outside.shared(taken(name)));
    }
    for (String name : LISTS) {
      fields.texts(name, words(taken(name)));
    }
    for (String name : MAPS) {
      fields.nested(name, map(name + "."));
    }
    limits();
    fields.nested(
        "logging",
        new FieldWriter()
            .text("driver", taken("logging.driver"))
            .nested("options", map("logging.options.")));
    healthcheck();
  }

  /// The names of those that were not written.
  List<String> leftOut() {
    return List.copyOf(rest.keySet());
  }

  private void limits() {
    var limits = new FieldWriter();
    for (String name : under("ulimits.")) {
      var both = List.of(taken("ulimits." + name).split(":", 2));
      if (both.getFirst().equals(both.getLast())) {
        limits.scalar(name, both.getFirst());
      } else {
        limits.nested(
            name, new FieldWriter().scalar("soft", both.getFirst()).scalar("hard", both.getLast()));
      }
    }
    fields.nested("ulimits", limits);
  }

  private void healthcheck() {
    var check = new FieldWriter();
    if (details.healthTest().equals(List.of("NONE"))) {
      check.scalar("disable", "true");
    } else {
      check.texts("test", details.healthTest());
    }
    rest.remove("healthcheck.test");
    for (String name : under("healthcheck.")) {
      check.scalar(name, taken("healthcheck." + name));
    }
    fields.nested("healthcheck", check);
  }

  private FieldWriter map(String prefix) {
    var map = new TreeMap<String, String>();
    for (String name : under(prefix)) {
      map.put(name, taken(prefix + name));
    }
    return FieldWriter.ofTexts(map);
  }

  private List<String> under(String prefix) {
    return rest.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .map(name -> name.substring(prefix.length()))
        .toList();
  }

  private String taken(String name) {
    var value = rest.remove(name);
    return value == null ? "" : value;
  }

  private static List<String> words(String text) {
    return text.isEmpty() ? List.of() : List.of(text.split(" "));
  }
}
