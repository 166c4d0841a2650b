package dev.jcompose.spec.bind;

import dev.jcompose.model.BlockIo;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.DeviceRequest;
import dev.jcompose.model.Devices;
import dev.jcompose.model.Memory;
import dev.jcompose.model.RealtimeCpu;
import dev.jcompose.model.Resources;
import dev.jcompose.model.Ulimit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Binds what the container may use of the machine.
final class ResourcesBinder {
  private ResourcesBinder() {}

  static Resources bind(Attributes service) {
    return new Resources(
        cpu(service),
        memory(service),
        service.whole("pids_limit"),
        ulimits(service),
        service.mapping("blkio_config").map(ResourcesBinder::blockIo),
        new Devices(
            service.mappings("devices").stream().map(ResourcesBinder::device).toList(),
            service.texts("device_cgroup_rules"),
            requests(service, "gpus")));
  }

  private static Cpu cpu(Attributes service) {
    return new Cpu(
        service.decimal("cpus"),
        service.whole("cpu_shares"),
        service.whole("cpu_quota"),
        service.whole("cpu_period"),
        new RealtimeCpu(service.whole("cpu_rt_period"), service.whole("cpu_rt_runtime")),
        service.text("cpuset"),
        service.whole("cpu_count"),
        service.decimal("cpu_percent"));
  }

  private static Memory memory(Attributes service) {
    return new Memory(
        service.size("mem_limit"),
        service.size("mem_reservation"),
        service.size("memswap_limit"),
        service.size("mem_swappiness").map(ByteSize::bytes),
        service.size("shm_size"),
        service.flag("oom_kill_disable"),
        service.small("oom_score_adj"));
  }

  static SequencedMap<String, Ulimit> ulimits(Attributes attributes) {
    SequencedMap<String, Ulimit> limits = new LinkedHashMap<>();
    Optional<Attributes> given = attributes.mapping("ulimits");
    SequencedMap<String, Attributes> entries = new LinkedHashMap<>(attributes.entries("ulimits"));
    entries.keySet().removeIf(name -> name.startsWith("x-"));
    entries.forEach((name, pair) ->
        limits.put(
            name,
            pair.stated()
                ? new Ulimit.Range(pair.whole("soft").orElse(0L), pair.whole("hard").orElse(0L))
                : new Ulimit.Single(given.flatMap(all -> all.whole(name)).orElse(0L))));
    return limits;
  }

  private static BlockIo blockIo(Attributes blockIo) {
    return new BlockIo(
        blockIo.small("weight"),
        blockIo.mappings("weight_device").stream()
            .map(device ->
                new BlockIo.Weight(
                    device.text("path").orElse(""), device.small("weight").orElse(0)))
            .toList(),
        throttles(blockIo, "device_read_bps"),
        throttles(blockIo, "device_write_bps"),
        throttles(blockIo, "device_read_iops"),
        throttles(blockIo, "device_write_iops"));
  }

  private static List<BlockIo.Throttle> throttles(Attributes blockIo, String key) {
    return blockIo.mappings(key).stream()
        .map(device ->
            new BlockIo.Throttle(
                device.text("path").orElse(""),
                device.size("rate").map(ByteSize::bytes).orElse(0L)))
        .toList();
  }

  private static DeviceMapping device(Attributes device) {
    return new DeviceMapping(
        device.text("source").orElse(""),
        device.text("target").orElse(""),
        device.text("permissions").orElse(""),
        device.extensions());
  }

  static List<DeviceRequest> requests(Attributes attributes, String key) {
    return attributes.mappings(key).stream()
        .map(request ->
            new DeviceRequest(
                request.texts("capabilities"),
                request.text("driver"),
                count(request),
                request.texts("device_ids"),
                request.pairs("options")))
        .toList();
  }

  private static Optional<Long> count(Attributes request) {
    return request.text("count").filter(text -> text.equalsIgnoreCase("all")).isPresent()
        ? Optional.of(-1L)
        : request.whole("count");
  }
}
