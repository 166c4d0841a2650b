package dev.jcompose.planner;

import dev.jcompose.model.BlockIo;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeployRestart;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.DeviceRequest;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.NamespaceMode;
import dev.jcompose.model.Networking;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.VolumesFrom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// What a service wants of the engine, as text by attribute, written as {@link AttributeText}
/// writes what a container has.
public final class ContainerAttributes {
  private static final double NANO = 1e9;

  private final AttributeText text = new AttributeText();
  private final Map<ServiceName, ContainerId> parents;

  private ContainerAttributes(Map<ServiceName, ContainerId> parents) {
    this.parents = parents;
  }

  /// All but command, environment, user and the like, which an image has a say in.
  ///
  /// @param parents the containers whose namespaces it shares, as far as they are known
  public static SequencedMap<String, String> of(
      Service service, Map<ServiceName, ContainerId> parents) {
    var attributes = new ContainerAttributes(parents);
    attributes.limits(service);
    attributes.devices(service);
    attributes.privileges(service);
    attributes.namespaces(service);
    attributes.lifecycle(service);
    attributes.networking(service);
    attributes.storage(service);
    attributes.description(service);
    return Ordered.map(attributes.text.map());
  }

  private void limits(Service service) {
    var limits = service.deploy().flatMap(Deploy::resources).flatMap(DeployResources::limits);
    var reservations =
        service.deploy().flatMap(Deploy::resources).flatMap(DeployResources::reservations);
    var cpu = service.resources().cpu();
    text.number("cpus", nano(limits.flatMap(l -> l.cpus()).or(cpu::cpus)))
        .number("cpu_shares", cpu.shares())
        .number("cpu_period", cpu.period())
        .number("cpu_quota", cpu.quota())
        .number("cpu_rt_period", cpu.realtime().period())
        .number("cpu_rt_runtime", cpu.realtime().runtime())
        .number("cpu_count", cpu.count())
        .number("cpu_percent", cpu.percent().map(Double::longValue))
        .put("cpuset", cpu.cpuset());
    var memory = service.resources().memory();
    text.number("mem_limit", bytes(limits.flatMap(l -> l.memory()).or(memory::limit)))
        .number(
            "mem_reservation", bytes(reservations.flatMap(r -> r.memory()).or(memory::reservation)))
        .number("memswap_limit", bytes(memory.swapLimit()))
        .put("mem_swappiness", memory.swappiness().map(Object::toString))
        .number("shm_size", bytes(memory.shmSize()))
        .on("oom_kill_disable", memory.oomKillDisable())
        .number("oom_score_adj", memory.oomScoreAdjustment().map(Integer::longValue))
        .number("pids_limit", limits.flatMap(l -> l.pids()).or(service.resources()::pidsLimit));
    service
        .resources()
        .ulimits()
        .forEach((name, limit) -> text.put("ulimits." + name, limit.soft() + ":" + limit.hard()));
    service.resources().blockIo().ifPresent(this::blockIo);
  }

  private static Optional<Long> nano(Optional<Double> cpus) {
    return cpus.map(count -> Math.round(count * NANO));
  }

  private static Optional<Long> bytes(Optional<ByteSize> size) {
    return size.map(ByteSize::bytes);
  }

  private void blockIo(BlockIo io) {
    text.number("blkio_config.weight", io.weight().map(Integer::longValue))
        .list("blkio_config.device_read_bps", throttles(io.readBps()))
        .list("blkio_config.device_write_bps", throttles(io.writeBps()))
        .list("blkio_config.device_read_iops", throttles(io.readIops()))
        .list("blkio_config.device_write_iops", throttles(io.writeIops()))
        .list(
            "blkio_config.weight_device",
            io.weightDevices().stream().map(each -> each.path() + "=" + each.weight()));
  }

  private static Stream<String> throttles(List<BlockIo.Throttle> throttles) {
    return throttles.stream().map(each -> each.path() + "=" + each.rate());
  }

  private void devices(Service service) {
    var devices = service.resources().devices();
    var requests = new ArrayList<String>();
    var cdi = devices.mappings().stream().filter(DeviceMapping::isCdi).toList();
    if (!cdi.isEmpty()) {
      var names = cdi.stream().map(DeviceMapping::source).toList();
      requests.add(AttributeText.request("cdi", 0, names, List.of(), Ordered.map()));
    }
    for (DeviceRequest gpu : devices.gpus()) {
      var capabilities = new ArrayList<>(gpu.capabilities());
      if (!capabilities.contains("gpu")) {
        capabilities.add("gpu");
      }
      requests.add(request(gpu, capabilities));
    }
    service.deploy().flatMap(Deploy::resources).flatMap(DeployResources::reservations).stream()
        .flatMap(reservations -> reservations.devices().stream())
        .forEach(device -> requests.add(request(device, device.capabilities())));
    text.list(
            "devices",
            devices.mappings().stream()
                .filter(mapping -> !mapping.isCdi())
                .map(each -> each.source() + ":" + each.target() + ":" + each.permissions()))
        .list("device_cgroup_rules", devices.cgroupRules().stream())
        .list("gpus", requests.stream());
  }

  private static String request(DeviceRequest request, List<String> capabilities) {
    long count = request.count().orElse(request.deviceIds().isEmpty() ? -1L : 0L);
    return AttributeText.request(
        request.driver().orElse(""), count, request.deviceIds(), capabilities, request.options());
  }

  private void privileges(Service service) {
    var privileges = service.privileges();
    text.on("privileged", privileges.privileged())
        .capabilities("cap_add", privileges.capAdd().stream())
        .capabilities("cap_drop", privileges.capDrop().stream())
        .securityOptions(privileges.securityOptions().stream())
        .list("group_add", service.execution().user().groups().stream());
    privileges.sysctls().forEach((name, value) -> text.put("sysctls." + name, value));
  }

  private void namespaces(Service service) {
    var own = service.namespaces();
    text.put("ipc", own.ipc().flatMap(this::mode))
        .put("pid", own.pid().flatMap(this::mode))
        .put("uts", own.uts())
        .put("userns_mode", own.userns())
        .put("cgroup", own.cgroup())
        .put("cgroup_parent", own.cgroupParent())
        .put("isolation", own.isolation())
        .put("runtime", own.runtime());
    var networking = service.networking();
    text.networkMode(
        networking.mode().isEmpty()
            ? Optional.of("none").filter(_ -> networking.networks().isEmpty())
            : networking.mode().flatMap(this::mode));
  }

  /// A container is given by its id; one that is not known yet is left open.
  private Optional<String> mode(NamespaceMode mode) {
    return switch (mode) {
      case NamespaceMode.OfService(ServiceName name) ->
          Optional.of(
              Optional.ofNullable(parents.get(name))
                  .map(id -> AttributeText.CONTAINER + id)
                  .orElse(AttributeText.ANY_CONTAINER));
      case NamespaceMode.OfContainer _ -> Optional.of(AttributeText.ANY_CONTAINER);
      case NamespaceMode.Named(String word) -> Optional.of(word);
    };
  }

  private void lifecycle(Service service) {
    var lifecycle = service.lifecycle();
    text.put("stop_signal", lifecycle.stopping().signal())
        .put("stop_grace_period", lifecycle.stopping().gracePeriod().map(AttributeText::seconds))
        .restart(restart(service))
        .put("init", service.execution().init().map(Object::toString))
        .on("tty", service.execution().tty())
        .on("stdin_open", service.execution().stdinOpen());
    lifecycle.healthcheck().ifPresent(this::healthcheck);
  }

  private void healthcheck(Healthcheck check) {
    if (check.disable()) {
      text.put("healthcheck.test", "NONE");
      return;
    }
    text.put("healthcheck.test", Optional.of(String.join(" ", check.test())))
        .number("healthcheck.interval", check.interval().map(Duration::toNanos))
        .number("healthcheck.timeout", check.timeout().map(Duration::toNanos))
        .number("healthcheck.retries", check.retries())
        .number("healthcheck.start_period", check.startPeriod().map(Duration::toNanos))
        .number("healthcheck.start_interval", check.startInterval().map(Duration::toNanos));
  }

  private static String restart(Service service) {
    var deploy = service.deploy().flatMap(Deploy::restart);
    return deploy.isPresent()
        ? AttributeText.policy(
            deploy.get().condition().map(ContainerAttributes::word).orElse("no"),
            deploy.flatMap(DeployRestart::maxAttempts))
        : service
            .lifecycle()
            .restart()
            .map(policy -> AttributeText.policy(policy.condition().word(), policy.maxRetries()))
            .orElse("no");
  }

  private static String word(String condition) {
    return switch (condition) {
      case "none" -> "no";
      case "any" -> "always";
      default -> condition;
    };
  }

  private void networking(Service service) {
    var names = service.networking().hostNames();
    text.put("domainname", names.domainname())
        .mac("mac_address", mac(service.networking()))
        .list("dns", names.dns().stream())
        .list("dns_opt", names.dnsOptions().stream())
        .list("dns_search", names.dnsSearch().stream())
        .hosts(
            names.extraHosts().entrySet().stream()
                .flatMap(host -> host.getValue().stream().map(ip -> host.getKey() + "=" + ip)))
        .ports(service.networking().ports().stream().map(ContainerAttributes::binding))
        .list(
            "expose",
            service.networking().expose().stream()
                .flatMap(port ->
                    Stream.iterate(port.ports().first(), n -> n <= port.ports().last(), n -> n + 1)
                        .map(number -> number + "/" + port.protocol().orElse("tcp"))));
  }

  /// Engines of old know one for the whole container, which is that on its first network.
  private static Optional<String> mac(Networking networking) {
    return networking.networks().values().stream()
        .findFirst()
        .flatMap(attachment -> attachment.addresses().macAddress())
        .or(networking::macAddress);
  }

  private static String binding(PortMapping port) {
    var published = port.published().map(Object::toString).orElse("");
    return port.hostIp().orElse("") + ":" + published + ":" + port.target() + "/" + port.protocol();
  }

  private void storage(Service service) {
    var storage = service.storage();
    text.on("read_only", storage.readOnly()).list("tmpfs", storage.tmpfs().stream());
    storage.options().forEach((name, value) -> text.put("storage_opt." + name, value));
    var owners = storage.volumesFrom().stream().map(this::owner).toList();
    if (owners.stream().allMatch(Optional::isPresent)) {
      text.volumesFrom(owners.stream().flatMap(Optional::stream));
    } else {
      text.put("volumes_from", AttributeText.ANY_CONTAINER);
    }
  }

  /// The container whose volumes are used, if it is known already.
  private Optional<String> owner(VolumesFrom from) {
    return switch (from.source()) {
      case VolumesFrom.Source.OfService(ServiceName name) ->
          Optional.ofNullable(parents.get(name))
              .map(id -> id + from.mode().map(mode -> ":" + mode).orElse(""));
      case VolumesFrom.Source.OfContainer _ -> Optional.empty();
    };
  }

  private void description(Service service) {
    service
        .description()
        .annotations()
        .forEach((name, value) -> text.put("annotations." + name, value));
    service
        .description()
        .logging()
        .ifPresent(logging -> {
          text.put("logging.driver", logging.driver());
          logging.options().forEach((name, value) -> text.put("logging.options." + name, value));
        });
  }
}
