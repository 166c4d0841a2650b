package dev.jcompose.spec.merge;

import dev.jcompose.spec.step.PathTable;
import java.util.Map;

/// How an attribute is merged where the general way will not do: mappings key by key, lists one
/// after the other, anything else replaced.
enum MergeRule {
  /// The later one stands, whatever it is.
  REPLACE,
  /// Text counts as a list of one; lists are joined.
  LIST,
  /// As `KEY=value` pairs, written as a list or as a mapping; a key without value counts.
  PAIRS,
  /// Host names with addresses, as a list or a mapping; a host may stand there several times.
  HOSTS,
  /// Text is the `context`.
  BUILD,
  /// A list counts as a mapping to the condition `service_started`.
  DEPENDENCIES,
  /// A list counts as a mapping to nothing.
  NAMES,
  /// The options are merged only if the driver stays the same.
  LOGGING,
  /// A pair of limits is merged with a pair, a single one replaces.
  ULIMIT,
  /// Pools of the same subnet are merged; those the later file does not name are dropped.
  ADDRESS_POOLS;

  /// The attributes with a rule of their own.
  static final PathTable<MergeRule> TABLE =
      PathTable.of(
          Map.ofEntries(
              Map.entry("networks.*.ipam.config", ADDRESS_POOLS),
              Map.entry("networks.*.labels", PAIRS),
              Map.entry("volumes.*.labels", PAIRS),
              Map.entry("configs.*.labels", PAIRS),
              Map.entry("secrets.*.labels", PAIRS),
              Map.entry("services.*.annotations", PAIRS),
              Map.entry("services.*.build", BUILD),
              Map.entry("services.*.build.additional_contexts", PAIRS),
              Map.entry("services.*.build.args", PAIRS),
              Map.entry("services.*.build.extra_hosts", HOSTS),
              Map.entry("services.*.build.labels", PAIRS),
              Map.entry("services.*.command", REPLACE),
              Map.entry("services.*.depends_on", DEPENDENCIES),
              Map.entry("services.*.deploy.labels", PAIRS),
              Map.entry("services.*.dns", LIST),
              Map.entry("services.*.dns_opt", LIST),
              Map.entry("services.*.dns_search", LIST),
              Map.entry("services.*.entrypoint", REPLACE),
              Map.entry("services.*.env_file", LIST),
              Map.entry("services.*.environment", PAIRS),
              Map.entry("services.*.extra_hosts", HOSTS),
              Map.entry("services.*.healthcheck.test", REPLACE),
              Map.entry("services.*.label_file", LIST),
              Map.entry("services.*.labels", PAIRS),
              Map.entry("services.*.logging", LOGGING),
              Map.entry("services.*.models", NAMES),
              Map.entry("services.*.networks", NAMES),
              Map.entry("services.*.sysctls", PAIRS),
              Map.entry("services.*.tmpfs", LIST),
              Map.entry("services.*.ulimits.*", ULIMIT),
              Map.entry("services.*.build.ulimits.*", ULIMIT)));
}
