package dev.jcompose.spec.schema;

import static dev.jcompose.spec.schema.Fits.INTEGER;
import static dev.jcompose.spec.schema.Fits.LIST;
import static dev.jcompose.spec.schema.Fits.MAPPING;
import static dev.jcompose.spec.schema.Fits.NULL;
import static dev.jcompose.spec.schema.Fits.NUMBER;
import static dev.jcompose.spec.schema.Fits.TEXT;
import static dev.jcompose.spec.schema.Fits.TRUTH;
import static dev.jcompose.spec.schema.Fits.atLeast;
import static dev.jcompose.spec.schema.Fits.atMost;
import static dev.jcompose.spec.schema.Fits.distinct;
import static dev.jcompose.spec.schema.Fits.fields;
import static dev.jcompose.spec.schema.Fits.form;
import static dev.jcompose.spec.schema.Fits.items;
import static dev.jcompose.spec.schema.Fits.matches;
import static dev.jcompose.spec.schema.Fits.required;
import static dev.jcompose.spec.schema.Fits.type;
import static dev.jcompose.spec.schema.Fits.word;

import dev.jcompose.spec.yaml.Node;

/// The schema as code, for {@link QuickCheck}: what it says of the values at each place.
///
/// Written from the schema's files by SchemaShapesTest, which tells how to do it again.
final class SchemaShapes {
  private SchemaShapes() {}

  private static boolean composeConfigsField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$") && config(value);
  }

  private static boolean composeIncludeItemField(String key, Node value) {
    return switch (key) {
      case "env_file", "path" -> commonTextOrTexts(value);
      case "project_directory" -> type(value, TEXT);
      default -> false;
    };
  }

  private static boolean composeIncludeItem(Node value) {
    return type(value, MAPPING | TEXT) && fields(value, SchemaShapes::composeIncludeItemField);
  }

  private static boolean composeModelsField(String key, Node value) {
    return !matches(key, "^[a-zA-Z0-9._-]+$") || model(value);
  }

  private static boolean composeNetworksField(String key, Node value) {
    return !matches(key, "^[a-zA-Z0-9._-]+$") || network(value);
  }

  private static boolean composeSecretsField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$") && secret(value);
  }

  private static boolean composeServicesField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$") && service(value);
  }

  private static boolean composeVolumesField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$") && volume(value);
  }

  private static boolean composeField(String key, Node value) {
    return switch (key) {
      case "configs" -> type(value, MAPPING) && fields(value, SchemaShapes::composeConfigsField);
      case "include" -> type(value, LIST) && items(value, SchemaShapes::composeIncludeItem);
      case "models" -> type(value, MAPPING) && fields(value, SchemaShapes::composeModelsField);
      case "name", "version" -> type(value, TEXT);
      case "networks" -> type(value, MAPPING) && fields(value, SchemaShapes::composeNetworksField);
      case "secrets" -> type(value, MAPPING) && fields(value, SchemaShapes::composeSecretsField);
      case "services" -> type(value, MAPPING) && fields(value, SchemaShapes::composeServicesField);
      case "volumes" -> type(value, MAPPING) && fields(value, SchemaShapes::composeVolumesField);
      default -> key.startsWith("x-");
    };
  }

  static boolean compose(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::composeField);
  }

  private static boolean configField(String key, Node value) {
    return switch (key) {
      case "content", "environment", "file", "name", "template_driver" -> type(value, TEXT);
      case "external" -> type(value, MAPPING | TEXT | TRUTH);
      case "labels" -> commonPairs(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean config(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::configField);
  }

  private static boolean commonTextOrTextsItem(Node value) {
    return type(value, TEXT);
  }

  static boolean commonTextOrTexts(Node value) {
    return type(value, LIST | TEXT)
        && distinct(value)
        && items(value, SchemaShapes::commonTextOrTextsItem);
  }

  private static boolean modelField(String key, Node value) {
    return switch (key) {
      case "context_size" -> type(value, INTEGER);
      case "model", "name" -> type(value, TEXT);
      case "runtime_flags" ->
          type(value, LIST) && items(value, SchemaShapes::commonTextOrTextsItem);
      default -> key.startsWith("x-");
    };
  }

  static boolean model(Node value) {
    return type(value, MAPPING)
        && required(value, "model")
        && fields(value, SchemaShapes::modelField);
  }

  private static boolean networkIpamConfigItemAuxAddressesField(String key, Node value) {
    return matches(key, ".") && type(value, TEXT);
  }

  private static boolean networkIpamConfigItemField(String key, Node value) {
    return switch (key) {
      case "aux_addresses" ->
          type(value, MAPPING)
              && fields(value, SchemaShapes::networkIpamConfigItemAuxAddressesField);
      case "gateway", "ip_range", "subnet" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean networkIpamConfigItem(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::networkIpamConfigItemField);
  }

  private static boolean networkIpamField(String key, Node value) {
    return switch (key) {
      case "config" -> type(value, LIST) && items(value, SchemaShapes::networkIpamConfigItem);
      case "driver" -> type(value, TEXT);
      case "options" ->
          type(value, MAPPING)
              && fields(value, SchemaShapes::networkIpamConfigItemAuxAddressesField);
      default -> key.startsWith("x-");
    };
  }

  private static boolean networkField(String key, Node value) {
    return switch (key) {
      case "attachable", "enable_ipv4", "enable_ipv6", "internal" -> commonFlag(value);
      case "driver", "name" -> type(value, TEXT);
      case "driver_opts" -> commonOptions(value);
      case "external" -> commonExternal(value);
      case "ipam" -> type(value, MAPPING) && fields(value, SchemaShapes::networkIpamField);
      case "labels" -> commonPairs(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean network(Node value) {
    return type(value, MAPPING | NULL) && fields(value, SchemaShapes::networkField);
  }

  private static boolean secretField(String key, Node value) {
    return switch (key) {
      case "driver", "environment", "file", "name", "template_driver" -> type(value, TEXT);
      case "driver_opts" -> commonOptions(value);
      case "external" -> type(value, MAPPING | TEXT | TRUTH);
      case "labels" -> commonPairs(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean secret(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::secretField);
  }

  private static boolean serviceCredentialSpecField(String key, Node value) {
    return switch (key) {
      case "config", "file", "registry" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceDependsOnFieldAnyField(String key, Node value) {
    return switch (key) {
      case "condition" ->
          word(value, "service_completed_successfully", "service_healthy", "service_started");
      case "required" -> type(value, TRUTH);
      case "restart" -> commonFlag(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceDependsOnField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$")
        && type(value, MAPPING)
        && required(value, "condition")
        && fields(value, SchemaShapes::serviceDependsOnFieldAnyField);
  }

  private static boolean serviceDevicesItemField(String key, Node value) {
    return switch (key) {
      case "permissions", "source", "target" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceDevicesItem(Node value) {
    return type(value, MAPPING | TEXT)
        && required(value, "source")
        && fields(value, SchemaShapes::serviceDevicesItemField);
  }

  private static boolean serviceEnvFileItemField(String key, Node value) {
    return switch (key) {
      case "format", "path" -> type(value, TEXT);
      case "required" -> commonFlag(value);
      default -> false;
    };
  }

  private static boolean serviceEnvFileItem(Node value) {
    return type(value, MAPPING | TEXT)
        && required(value, "path")
        && fields(value, SchemaShapes::serviceEnvFileItemField);
  }

  private static boolean serviceExposeItem(Node value) {
    return type(value, NUMBER | TEXT);
  }

  private static boolean serviceExtendsField(String key, Node value) {
    return switch (key) {
      case "file", "service" -> type(value, TEXT);
      default -> false;
    };
  }

  private static boolean serviceGpusItemField(String key, Node value) {
    return switch (key) {
      case "capabilities", "device_ids" -> commonTexts(value);
      case "count" -> commonWhole(value);
      case "driver" -> type(value, TEXT);
      case "options" -> commonPairs(value);
      default -> true;
    };
  }

  private static boolean serviceGpusItem(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::serviceGpusItemField);
  }

  private static boolean serviceLoggingOptionsField(String key, Node value) {
    return !matches(key, ".") || type(value, NULL | NUMBER | TEXT);
  }

  private static boolean serviceLoggingField(String key, Node value) {
    return switch (key) {
      case "driver" -> type(value, TEXT);
      case "options" ->
          type(value, MAPPING) && fields(value, SchemaShapes::serviceLoggingOptionsField);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceModelsFieldAnyField(String key, Node value) {
    return switch (key) {
      case "endpoint_var", "model_var" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceModelsField(String key, Node value) {
    return !matches(key, "^[a-zA-Z0-9._-]+$")
        || (type(value, MAPPING | NULL) && fields(value, SchemaShapes::serviceModelsFieldAnyField));
  }

  private static boolean serviceNetworksField(String key, Node value) {
    return matches(key, "^[a-zA-Z0-9._-]+$") && attachment(value);
  }

  private static boolean serviceProviderOptionsFieldAnyItem(Node value) {
    return type(value, NUMBER | TEXT | TRUTH);
  }

  private static boolean serviceProviderOptionsField(String key, Node value) {
    return !matches(key, ".")
        || (type(value, LIST | NUMBER | TEXT | TRUTH)
            && items(value, SchemaShapes::serviceProviderOptionsFieldAnyItem));
  }

  private static boolean serviceProviderField(String key, Node value) {
    return switch (key) {
      case "options" ->
          type(value, MAPPING) && fields(value, SchemaShapes::serviceProviderOptionsField);
      case "type" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean serviceField(String key, Node value) {
    return switch (key) {
      case "annotations", "environment", "labels", "sysctls" -> commonPairs(value);
      case "attach", "init", "oom_kill_disable", "privileged", "read_only", "stdin_open", "tty" ->
          commonFlag(value);
      case "blkio_config" -> blkio(value);
      case "build" -> build(value);
      case "cap_add",
          "cap_drop",
          "device_cgroup_rules",
          "dns_opt",
          "external_links",
          "links",
          "profiles",
          "security_opt",
          "volumes_from" ->
          commonTexts(value);
      case "cgroup" -> word(value, "host", "private");
      case "cgroup_parent",
          "cpuset",
          "domainname",
          "hostname",
          "image",
          "ipc",
          "isolation",
          "mac_address",
          "network_mode",
          "platform",
          "pull_refresh_after",
          "restart",
          "runtime",
          "stop_grace_period",
          "stop_signal",
          "user",
          "userns_mode",
          "uts",
          "working_dir" ->
          type(value, TEXT);
      case "command", "entrypoint" -> commonWords(value);
      case "configs", "secrets" -> commonGrants(value);
      case "container_name" -> type(value, TEXT) && form(value, "[a-zA-Z0-9][a-zA-Z0-9_.-]+");
      case "cpu_count" -> type(value, INTEGER | TEXT) && atLeast(value, 0);
      case "cpu_percent" -> type(value, INTEGER | TEXT) && atLeast(value, 0) && atMost(value, 100);
      case "cpu_period",
          "cpu_quota",
          "cpu_rt_period",
          "cpu_rt_runtime",
          "cpu_shares",
          "cpus",
          "mem_limit",
          "memswap_limit",
          "pids_limit",
          "shm_size" ->
          commonNumber(value);
      case "credential_spec" ->
          type(value, MAPPING) && fields(value, SchemaShapes::serviceCredentialSpecField);
      case "depends_on" ->
          type(value, LIST | MAPPING)
              && distinct(value)
              && items(value, SchemaShapes::commonTextOrTextsItem)
              && fields(value, SchemaShapes::serviceDependsOnField);
      case "deploy" -> deploy(value);
      case "develop" -> develop(value);
      case "devices" -> type(value, LIST) && items(value, SchemaShapes::serviceDevicesItem);
      case "dns", "dns_search", "tmpfs" -> commonTextOrTexts(value);
      case "env_file" -> type(value, LIST | TEXT) && items(value, SchemaShapes::serviceEnvFileItem);
      case "expose", "group_add" ->
          type(value, LIST) && distinct(value) && items(value, SchemaShapes::serviceExposeItem);
      case "extends" ->
          type(value, MAPPING | TEXT)
              && required(value, "service")
              && fields(value, SchemaShapes::serviceExtendsField);
      case "extra_hosts" -> commonHosts(value);
      case "gpus" ->
          type(value, LIST | TEXT)
              && form(value, "^all$")
              && items(value, SchemaShapes::serviceGpusItem);
      case "healthcheck" -> healthcheck(value);
      case "label_file" ->
          type(value, LIST | TEXT) && items(value, SchemaShapes::commonTextOrTextsItem);
      case "logging" -> type(value, MAPPING) && fields(value, SchemaShapes::serviceLoggingField);
      case "mem_reservation", "mem_swappiness", "scale" -> commonWhole(value);
      case "models" ->
          type(value, LIST | MAPPING)
              && distinct(value)
              && items(value, SchemaShapes::commonTextOrTextsItem)
              && fields(value, SchemaShapes::serviceModelsField);
      case "networks" ->
          type(value, LIST | MAPPING)
              && distinct(value)
              && items(value, SchemaShapes::commonTextOrTextsItem)
              && fields(value, SchemaShapes::serviceNetworksField);
      case "oom_score_adj" ->
          type(value, INTEGER | TEXT) && atLeast(value, -1000) && atMost(value, 1000);
      case "pid" -> type(value, NULL | TEXT);
      case "ports" -> type(value, LIST) && distinct(value) && items(value, SchemaShapes::port);
      case "post_start", "pre_stop" -> type(value, LIST) && items(value, SchemaShapes::hook);
      case "pre_start" -> type(value, LIST) && items(value, SchemaShapes::preStart);
      case "provider" ->
          type(value, MAPPING)
              && required(value, "type")
              && fields(value, SchemaShapes::serviceProviderField);
      case "pull_policy" ->
          type(value, TEXT)
              && form(
                  value,
                  "^(always|never|build|if_not_present|missing|refresh|daily|weekly|every_([0-9]+[wdhms]){1,20})$|[$]");
      case "storage_opt" -> type(value, MAPPING);
      case "ulimits" -> commonUlimits(value);
      case "use_api_socket" -> type(value, TRUTH);
      case "volumes" -> type(value, LIST) && distinct(value) && items(value, SchemaShapes::mount);
      default -> key.startsWith("x-");
    };
  }

  static boolean service(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::serviceField);
  }

  private static boolean volumeField(String key, Node value) {
    return switch (key) {
      case "driver", "name" -> type(value, TEXT);
      case "driver_opts" -> commonOptions(value);
      case "external" -> commonExternal(value);
      case "labels" -> commonPairs(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean volume(Node value) {
    return type(value, MAPPING | NULL) && fields(value, SchemaShapes::volumeField);
  }

  private static boolean commonPairsField(String key, Node value) {
    return matches(key, ".") && commonScalar(value);
  }

  static boolean commonPairs(Node value) {
    return type(value, LIST | MAPPING)
        && distinct(value)
        && items(value, SchemaShapes::commonTextOrTextsItem)
        && fields(value, SchemaShapes::commonPairsField);
  }

  static boolean commonFlag(Node value) {
    return type(value, TEXT | TRUTH);
  }

  private static boolean commonOptionsField(String key, Node value) {
    return !matches(key, ".") || type(value, NUMBER | TEXT);
  }

  static boolean commonOptions(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::commonOptionsField);
  }

  private static boolean commonExternalField(String key, Node value) {
    return switch (key) {
      case "name" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  static boolean commonExternal(Node value) {
    return type(value, MAPPING | TEXT | TRUTH) && fields(value, SchemaShapes::commonExternalField);
  }

  private static boolean blkioDeviceReadBpsItemField(String key, Node value) {
    return switch (key) {
      case "path" -> type(value, TEXT);
      case "rate" -> commonWhole(value);
      default -> false;
    };
  }

  private static boolean blkioDeviceReadBpsItem(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::blkioDeviceReadBpsItemField);
  }

  private static boolean blkioWeightDeviceItemField(String key, Node value) {
    return switch (key) {
      case "path" -> type(value, TEXT);
      case "weight" -> commonWhole(value);
      default -> false;
    };
  }

  private static boolean blkioWeightDeviceItem(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::blkioWeightDeviceItemField);
  }

  private static boolean blkioField(String key, Node value) {
    return switch (key) {
      case "device_read_bps", "device_read_iops", "device_write_bps", "device_write_iops" ->
          type(value, LIST) && items(value, SchemaShapes::blkioDeviceReadBpsItem);
      case "weight" -> commonWhole(value);
      case "weight_device" ->
          type(value, LIST) && items(value, SchemaShapes::blkioWeightDeviceItem);
      default -> false;
    };
  }

  static boolean blkio(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::blkioField);
  }

  private static boolean buildField(String key, Node value) {
    return switch (key) {
      case "additional_contexts", "args", "labels", "ssh" -> commonPairs(value);
      case "cache_from", "cache_to", "entitlements", "platforms", "tags" ->
          type(value, LIST) && items(value, SchemaShapes::commonTextOrTextsItem);
      case "context", "dockerfile", "dockerfile_inline", "isolation", "network", "target" ->
          type(value, TEXT);
      case "extra_hosts" -> commonHosts(value);
      case "no_cache", "privileged", "pull" -> commonFlag(value);
      case "no_cache_filter" -> commonTextOrTexts(value);
      case "provenance", "sbom" -> type(value, TEXT | TRUTH);
      case "secrets" -> commonGrants(value);
      case "shm_size" -> commonWhole(value);
      case "ulimits" -> commonUlimits(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean build(Node value) {
    return type(value, MAPPING | TEXT) && fields(value, SchemaShapes::buildField);
  }

  static boolean commonTexts(Node value) {
    return type(value, LIST)
        && distinct(value)
        && items(value, SchemaShapes::commonTextOrTextsItem);
  }

  static boolean commonWords(Node value) {
    return type(value, LIST | NULL | TEXT) && items(value, SchemaShapes::commonTextOrTextsItem);
  }

  private static boolean commonGrantsItemField(String key, Node value) {
    return switch (key) {
      case "gid", "source", "target", "uid" -> type(value, TEXT);
      case "mode" -> commonNumber(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean commonGrantsItem(Node value) {
    return type(value, MAPPING | TEXT) && fields(value, SchemaShapes::commonGrantsItemField);
  }

  static boolean commonGrants(Node value) {
    return type(value, LIST) && items(value, SchemaShapes::commonGrantsItem);
  }

  static boolean commonNumber(Node value) {
    return type(value, NUMBER | TEXT);
  }

  private static boolean deployPlacementPreferencesItemField(String key, Node value) {
    return switch (key) {
      case "spread" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployPlacementPreferencesItem(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::deployPlacementPreferencesItemField);
  }

  private static boolean deployPlacementField(String key, Node value) {
    return switch (key) {
      case "constraints" -> type(value, LIST) && items(value, SchemaShapes::commonTextOrTextsItem);
      case "max_replicas_per_node" -> commonWhole(value);
      case "preferences" ->
          type(value, LIST) && items(value, SchemaShapes::deployPlacementPreferencesItem);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesLimitsField(String key, Node value) {
    return switch (key) {
      case "cpus" -> commonNumber(value);
      case "memory" -> type(value, TEXT);
      case "pids" -> commonWhole(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesReservationsDevicesItemField(String key, Node value) {
    return switch (key) {
      case "capabilities", "device_ids" -> commonTexts(value);
      case "count" -> commonWhole(value);
      case "driver" -> type(value, TEXT);
      case "options" -> commonPairs(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesReservationsDevicesItem(Node value) {
    return type(value, MAPPING)
        && required(value, "capabilities")
        && fields(value, SchemaShapes::deployResourcesReservationsDevicesItemField);
  }

  private static boolean deployResourcesReservationsGenericResourcesItemDiscreteResourceSpecField(
      String key, Node value) {
    return switch (key) {
      case "kind" -> type(value, TEXT);
      case "value" -> commonNumber(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesReservationsGenericResourcesItemField(
      String key, Node value) {
    return switch (key) {
      case "discrete_resource_spec" ->
          type(value, MAPPING)
              && fields(
                  value,
                  SchemaShapes
                      ::deployResourcesReservationsGenericResourcesItemDiscreteResourceSpecField);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesReservationsGenericResourcesItem(Node value) {
    return type(value, MAPPING)
        && fields(value, SchemaShapes::deployResourcesReservationsGenericResourcesItemField);
  }

  private static boolean deployResourcesReservationsField(String key, Node value) {
    return switch (key) {
      case "cpus" -> commonNumber(value);
      case "devices" ->
          type(value, LIST) && items(value, SchemaShapes::deployResourcesReservationsDevicesItem);
      case "generic_resources" ->
          type(value, LIST)
              && items(value, SchemaShapes::deployResourcesReservationsGenericResourcesItem);
      case "memory" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployResourcesField(String key, Node value) {
    return switch (key) {
      case "limits" ->
          type(value, MAPPING) && fields(value, SchemaShapes::deployResourcesLimitsField);
      case "reservations" ->
          type(value, MAPPING) && fields(value, SchemaShapes::deployResourcesReservationsField);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployRestartPolicyField(String key, Node value) {
    return switch (key) {
      case "condition", "delay", "window" -> type(value, TEXT);
      case "max_attempts" -> commonWhole(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean deployField(String key, Node value) {
    return switch (key) {
      case "endpoint_mode", "mode" -> type(value, TEXT);
      case "labels" -> commonPairs(value);
      case "placement" -> type(value, MAPPING) && fields(value, SchemaShapes::deployPlacementField);
      case "replicas" -> commonWhole(value);
      case "resources" -> type(value, MAPPING) && fields(value, SchemaShapes::deployResourcesField);
      case "restart_policy" ->
          type(value, MAPPING) && fields(value, SchemaShapes::deployRestartPolicyField);
      case "rollback_config", "update_config" -> deployRollout(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean deploy(Node value) {
    return type(value, MAPPING | NULL) && fields(value, SchemaShapes::deployField);
  }

  private static boolean developWatchItemField(String key, Node value) {
    return switch (key) {
      case "action" -> word(value, "rebuild", "restart", "sync", "sync+exec", "sync+restart");
      case "exec" -> hook(value);
      case "ignore", "include" -> commonTextOrTexts(value);
      case "initial_sync" -> type(value, TRUTH);
      case "path", "target" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean developWatchItem(Node value) {
    return type(value, MAPPING)
        && required(value, "action", "path")
        && fields(value, SchemaShapes::developWatchItemField);
  }

  private static boolean developField(String key, Node value) {
    return switch (key) {
      case "watch" -> type(value, LIST) && items(value, SchemaShapes::developWatchItem);
      default -> key.startsWith("x-");
    };
  }

  static boolean develop(Node value) {
    return type(value, MAPPING | NULL) && fields(value, SchemaShapes::developField);
  }

  private static boolean commonHostsField(String key, Node value) {
    return matches(key, ".")
        && type(value, LIST | TEXT)
        && items(value, SchemaShapes::commonTextOrTextsItem);
  }

  static boolean commonHosts(Node value) {
    return type(value, LIST | MAPPING)
        && distinct(value)
        && items(value, SchemaShapes::commonTextOrTextsItem)
        && fields(value, SchemaShapes::commonHostsField);
  }

  static boolean commonWhole(Node value) {
    return type(value, INTEGER | TEXT);
  }

  private static boolean healthcheckField(String key, Node value) {
    return switch (key) {
      case "disable" -> commonFlag(value);
      case "interval", "start_interval", "start_period", "timeout" -> type(value, TEXT);
      case "retries" -> commonNumber(value);
      case "test" -> type(value, LIST | TEXT) && items(value, SchemaShapes::commonTextOrTextsItem);
      default -> key.startsWith("x-");
    };
  }

  static boolean healthcheck(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::healthcheckField);
  }

  private static boolean attachmentField(String key, Node value) {
    return switch (key) {
      case "aliases", "link_local_ips" -> commonTexts(value);
      case "driver_opts" -> commonOptions(value);
      case "gw_priority", "priority" -> type(value, NUMBER);
      case "interface_name", "ipv4_address", "ipv6_address", "mac_address" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  static boolean attachment(Node value) {
    return type(value, MAPPING | NULL) && fields(value, SchemaShapes::attachmentField);
  }

  private static boolean portField(String key, Node value) {
    return switch (key) {
      case "app_protocol", "host_ip", "mode", "name", "protocol" -> type(value, TEXT);
      case "published", "target" -> commonWhole(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean port(Node value) {
    return type(value, MAPPING | NUMBER | TEXT) && fields(value, SchemaShapes::portField);
  }

  private static boolean hookField(String key, Node value) {
    return switch (key) {
      case "command" -> commonWords(value);
      case "environment" -> commonPairs(value);
      case "privileged" -> commonFlag(value);
      case "user", "working_dir" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  static boolean hook(Node value) {
    return type(value, MAPPING)
        && required(value, "command")
        && fields(value, SchemaShapes::hookField);
  }

  private static boolean preStartField(String key, Node value) {
    return switch (key) {
      case "command" -> commonWords(value);
      case "environment" -> commonPairs(value);
      case "image", "user", "working_dir" -> type(value, TEXT);
      case "per_replica", "privileged" -> commonFlag(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean preStart(Node value) {
    return type(value, MAPPING)
        && required(value, "command")
        && fields(value, SchemaShapes::preStartField);
  }

  private static boolean commonUlimitsFieldAnyField(String key, Node value) {
    return switch (key) {
      case "hard", "soft" -> commonWhole(value);
      default -> key.startsWith("x-");
    };
  }

  private static boolean commonUlimitsField(String key, Node value) {
    return !matches(key, "^[a-z]+$")
        || (type(value, INTEGER | MAPPING | TEXT)
            && required(value, "hard", "soft")
            && fields(value, SchemaShapes::commonUlimitsFieldAnyField));
  }

  static boolean commonUlimits(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::commonUlimitsField);
  }

  private static boolean mountBindField(String key, Node value) {
    return switch (key) {
      case "create_host_path" -> commonFlag(value);
      case "propagation" -> type(value, TEXT);
      case "recursive" -> word(value, "disabled", "enabled", "readonly", "writable");
      case "selinux" -> word(value, "Z", "z");
      default -> key.startsWith("x-");
    };
  }

  private static boolean mountImageField(String key, Node value) {
    return switch (key) {
      case "subpath" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean mountTmpfsField(String key, Node value) {
    return switch (key) {
      case "mode" -> commonNumber(value);
      case "size" -> type(value, INTEGER | TEXT) && atLeast(value, 0);
      default -> key.startsWith("x-");
    };
  }

  private static boolean mountVolumeField(String key, Node value) {
    return switch (key) {
      case "labels" -> commonPairs(value);
      case "nocopy" -> commonFlag(value);
      case "subpath" -> type(value, TEXT);
      default -> key.startsWith("x-");
    };
  }

  private static boolean mountField(String key, Node value) {
    return switch (key) {
      case "bind" -> type(value, MAPPING) && fields(value, SchemaShapes::mountBindField);
      case "consistency", "source", "target" -> type(value, TEXT);
      case "image" -> type(value, MAPPING) && fields(value, SchemaShapes::mountImageField);
      case "read_only" -> commonFlag(value);
      case "tmpfs" -> type(value, MAPPING) && fields(value, SchemaShapes::mountTmpfsField);
      case "type" -> word(value, "bind", "cluster", "image", "npipe", "tmpfs", "volume");
      case "volume" -> type(value, MAPPING) && fields(value, SchemaShapes::mountVolumeField);
      default -> key.startsWith("x-");
    };
  }

  static boolean mount(Node value) {
    return type(value, MAPPING | TEXT)
        && required(value, "type")
        && fields(value, SchemaShapes::mountField);
  }

  static boolean commonScalar(Node value) {
    return type(value, NULL | NUMBER | TEXT | TRUTH);
  }

  private static boolean deployRolloutField(String key, Node value) {
    return switch (key) {
      case "delay", "failure_action", "monitor" -> type(value, TEXT);
      case "max_failure_ratio" -> commonNumber(value);
      case "order" -> word(value, "start-first", "stop-first");
      case "parallelism" -> commonWhole(value);
      default -> key.startsWith("x-");
    };
  }

  static boolean deployRollout(Node value) {
    return type(value, MAPPING) && fields(value, SchemaShapes::deployRolloutField);
  }
}
