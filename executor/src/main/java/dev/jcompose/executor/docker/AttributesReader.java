package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.AttributeText;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Reads from an inspection what a container was created with, by the names of a Compose file.
final class AttributesReader {
  private final JsonValue config;
  private final JsonValue host;
  private final AttributeText text = new AttributeText();

  private AttributesReader(JsonValue container) {
    this.config = container.path("Config");
    this.host = container.path("HostConfig");
  }

  static SequencedMap<String, String> read(JsonValue container) {
    var reader = new AttributesReader(container);
    reader.limits();
    reader.devices();
    reader.privileges();
    reader.namespaces();
    reader.lifecycle();
    reader.networking();
    reader.storage();
    container
        .path("NetworkSettings")
        .path("Networks")
        .properties()
        .forEach(network -> reader.endpoint(network.getKey(), network.getValue()));
    return reader.text.map();
  }

  private void limits() {
    text.number("cpus", number("NanoCpus"))
        .number("cpu_shares", number("CpuShares"))
        .number("cpu_period", number("CpuPeriod"))
        .number("cpu_quota", number("CpuQuota"))
        .number("cpu_rt_period", number("CpuRealtimePeriod"))
        .number("cpu_rt_runtime", number("CpuRealtimeRuntime"))
        .number("cpu_count", number("CpuCount"))
        .number("cpu_percent", number("CpuPercent"))
        .put("cpuset", Json.text(host.path("CpusetCpus")))
        .number("mem_limit", number("Memory"))
        .number("mem_reservation", number("MemoryReservation"))
        .number("memswap_limit", number("MemorySwap"))
        .put("mem_swappiness", number("MemorySwappiness").map(Object::toString))
        .number("shm_size", number("ShmSize"))
        .on("oom_kill_disable", host.path("OomKillDisable").asBoolean())
        .number("oom_score_adj", number("OomScoreAdj"))
        .number("pids_limit", number("PidsLimit"))
        .number("blkio_config.weight", number("BlkioWeight"))
        .list("blkio_config.weight_device", rates("BlkioWeightDevice", "Weight"))
        .list("blkio_config.device_read_bps", rates("BlkioDeviceReadBps", "Rate"))
        .list("blkio_config.device_write_bps", rates("BlkioDeviceWriteBps", "Rate"))
        .list("blkio_config.device_read_iops", rates("BlkioDeviceReadIOps", "Rate"))
        .list("blkio_config.device_write_iops", rates("BlkioDeviceWriteIOps", "Rate"));
    for (JsonValue limit : host.path("Ulimits")) {
      text.put(
          "ulimits." + limit.path("Name").asText(),
          limit.path("Soft").asLong() + ":" + limit.path("Hard").asLong());
    }
  }

  private Optional<Long> number(String field) {
    return Optional.of(host.path(field)).filter(JsonValue::isNumber).map(JsonValue::asLong);
  }

  private Stream<String> rates(String field, String rate) {
    return elements(host.path(field))
        .map(device -> device.path("Path").asText() + "=" + device.path(rate).asLong());
  }

  private static Stream<JsonValue> elements(JsonValue array) {
    return StreamSupport.stream(array.spliterator(), false);
  }

  private void devices() {
    text.list(
            "devices",
            elements(host.path("Devices"))
                .map(device ->
                    device.path("PathOnHost").asText()
                        + ":"
                        + device.path("PathInContainer").asText()
                        + ":"
                        + device.path("CgroupPermissions").asText()))
        .list("device_cgroup_rules", words("DeviceCgroupRules"))
        .list("gpus", elements(host.path("DeviceRequests")).map(AttributesReader::request));
  }

  private static String request(JsonValue request) {
    return AttributeText.request(
        request.path("Driver").asText(),
        request.path("Count").asLong(),
        Json.texts(request.path("DeviceIDs")),
        Json.texts(request.path("Capabilities").path(0)),
        Json.map(request.path("Options")));
  }

  private Stream<String> words(String field) {
    return Json.texts(host.path(field)).stream();
  }

  private void privileges() {
    text.on("privileged", host.path("Privileged").asBoolean())
        .capabilities("cap_add", words("CapAdd"))
        .capabilities("cap_drop", words("CapDrop"))
        .securityOptions(words("SecurityOpt"))
        .list("group_add", words("GroupAdd"))
        .all("sysctls.", Json.map(host.path("Sysctls")));
  }

  private void namespaces() {
    text.put("ipc", Json.text(host.path("IpcMode")))
        .put("pid", Json.text(host.path("PidMode")))
        .put("uts", Json.text(host.path("UTSMode")))
        .put("userns_mode", Json.text(host.path("UsernsMode")))
        .put("cgroup", Json.text(host.path("CgroupnsMode")))
        .put("cgroup_parent", Json.text(host.path("CgroupParent")))
        .put("isolation", Json.text(host.path("Isolation")))
        .put("runtime", Json.text(host.path("Runtime")))
        .networkMode(Json.text(host.path("NetworkMode")));
  }

  private void lifecycle() {
    JsonValue timeout = config.path("StopTimeout");
    JsonValue restart = host.path("RestartPolicy");
    text.put("stop_signal", Json.text(config.path("StopSignal")))
        .put(
            "stop_grace_period",
            timeout.isNumber()
                ? Optional.of(AttributeText.seconds(Duration.ofSeconds(timeout.asLong())))
                : Optional.empty())
        .restart(
            AttributeText.policy(
                Json.text(restart.path("Name")).orElse("no"),
                Optional.of(restart.path("MaximumRetryCount").asInt())))
        .put(
            "init", host.path("Init").isBoolean() ? Json.text(host.path("Init")) : Optional.empty())
        .on("tty", config.path("Tty").asBoolean())
        .on("stdin_open", config.path("OpenStdin").asBoolean());
    JsonValue check = config.path("Healthcheck");
    text.put("healthcheck.test", Optional.of(String.join(" ", Json.texts(check.path("Test")))))
        .number("healthcheck.interval", Optional.of(check.path("Interval").asLong()))
        .number("healthcheck.timeout", Optional.of(check.path("Timeout").asLong()))
        .number("healthcheck.retries", Optional.of(check.path("Retries").asLong()))
        .number("healthcheck.start_period", Optional.of(check.path("StartPeriod").asLong()))
        .number("healthcheck.start_interval", Optional.of(check.path("StartInterval").asLong()));
  }

  private void networking() {
    List<String> exposed = new ArrayList<>();
    config
        .path("ExposedPorts")
        .names()
        .forEach(port -> exposed.add(port.contains("/") ? port : port + "/tcp"));
    exposed.remove("/tcp");
    text.put("domainname", Json.text(config.path("Domainname")))
        .mac("mac_address", Json.text(config.path("MacAddress")))
        .list("dns", words("Dns"))
        .list("dns_opt", words("DnsOptions"))
        .list("dns_search", words("DnsSearch"))
        .hosts(words("ExtraHosts"))
        .ports(portBindings())
        .list("expose", exposed.stream());
  }

  private Stream<String> portBindings() {
    return host.path("PortBindings").properties().stream()
        .flatMap(port ->
            elements(port.getValue())
                .map(binding ->
                    binding.path("HostIp").asText()
                        + ":"
                        + binding.path("HostPort").asText()
                        + ":"
                        + port.getKey()));
  }

  private void storage() {
    JsonValue logging = host.path("LogConfig");
    text.on("read_only", host.path("ReadonlyRootfs").asBoolean())
        .list(
            "tmpfs",
            Json.map(host.path("Tmpfs")).entrySet().stream()
                .map(mount ->
                    mount.getValue().isEmpty()
                        ? mount.getKey()
                        : mount.getKey() + ":" + mount.getValue()))
        .volumesFrom(words("VolumesFrom"))
        .all("storage_opt.", Json.map(host.path("StorageOpt")))
        .all("annotations.", Json.map(host.path("Annotations")))
        .put("logging.driver", Json.text(logging.path("Type")))
        .all("logging.options.", Json.map(logging.path("Config")));
  }

  private void endpoint(String network, JsonValue endpoint) {
    JsonValue addresses = endpoint.path("IPAMConfig");
    String prefix = "networks." + network + ".";
    text.list(prefix + "aliases", Json.texts(endpoint.path("Aliases")).stream())
        .put(prefix + "ipv4_address", Json.text(addresses.path("IPv4Address")))
        .put(prefix + "ipv6_address", Json.text(addresses.path("IPv6Address")))
        .list(prefix + "link_local_ips", Json.texts(addresses.path("LinkLocalIPs")).stream())
        .mac(prefix + "mac_address", Json.text(endpoint.path("MacAddress")))
        .links(prefix + "links", Json.texts(endpoint.path("Links")).stream())
        .number(prefix + "gw_priority", Optional.of(endpoint.path("GwPriority").asLong()))
        .all(prefix + "driver_opts.", Json.map(endpoint.path("DriverOpts")));
  }
}
