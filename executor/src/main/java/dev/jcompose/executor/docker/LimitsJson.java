package dev.jcompose.executor.docker;

import dev.jcompose.model.BlockIo;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.Memory;
import dev.jcompose.model.Service;
import dev.jcompose.model.Ulimit;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// How much of the machine a container may use. What `deploy.resources` says goes first; where both
/// it and the service's own attribute are set they are equal.
final class LimitsJson {
  private static final double NANO = 1e9;

  private LimitsJson() {}

  static void write(Service service, ContainerJson json) {
    Optional<DeployResources> deploy = service.deploy().flatMap(Deploy::resources);
    Optional<DeployResources.Limits> limits = deploy.flatMap(DeployResources::limits);
    Optional<DeployResources.Reservations> reservations =
        deploy.flatMap(DeployResources::reservations);
    var resources = service.resources();
    cpu(resources.cpu(), limits.flatMap(DeployResources.Limits::cpus), json.host());
    memory(
        resources.memory(),
        limits.flatMap(DeployResources.Limits::memory),
        reservations.flatMap(DeployResources.Reservations::memory),
        json.host());
    json.host()
        .number("PidsLimit", limits.flatMap(DeployResources.Limits::pids).or(resources::pidsLimit))
        .objects("Ulimits", ulimits(resources.ulimits()));
    resources.blockIo().ifPresent(blockIo -> blockIo(blockIo, json.host()));
  }

  private static void cpu(Cpu cpu, Optional<Double> limit, Json host) {
    host.number("NanoCpus", limit.or(cpu::cpus).map(LimitsJson::nano))
        .number("CpuShares", cpu.shares())
        .number("CpuPeriod", cpu.period())
        .number("CpuQuota", cpu.quota())
        .number("CpuRealtimePeriod", cpu.realtime().period())
        .number("CpuRealtimeRuntime", cpu.realtime().runtime())
        .text("CpusetCpus", cpu.cpuset())
        .number("CpuCount", cpu.count())
        .number("CpuPercent", cpu.percent().map(Double::longValue));
  }

  private static long nano(double cpus) {
    return Math.round(cpus * NANO);
  }

  private static void memory(
      Memory memory, Optional<ByteSize> limit, Optional<ByteSize> reservation, Json host) {
    host.number("Memory", limit.or(memory::limit).map(ByteSize::bytes))
        .number("MemoryReservation", reservation.or(memory::reservation).map(ByteSize::bytes))
        .number("MemorySwap", memory.swapLimit().map(ByteSize::bytes))
        .number("MemorySwappiness", memory.swappiness())
        .number("ShmSize", memory.shmSize().map(ByteSize::bytes))
        .on("OomKillDisable", memory.oomKillDisable())
        .number("OomScoreAdj", memory.oomScoreAdjustment());
  }

  /// Resource limits of processes, as containers and builds take them.
  static List<Json> ulimits(SequencedMap<String, Ulimit> ulimits) {
    return ulimits.entrySet().stream()
        .map(limit ->
            new Json()
                .put("Name", limit.getKey())
                .put("Soft", limit.getValue().soft())
                .put("Hard", limit.getValue().hard()))
        .toList();
  }

  private static void blockIo(BlockIo blockIo, Json host) {
    host.number("BlkioWeight", blockIo.weight())
        .objects(
            "BlkioWeightDevice",
            blockIo.weightDevices().stream()
                .map(device -> new Json().put("Path", device.path()).put("Weight", device.weight()))
                .toList())
        .objects("BlkioDeviceReadBps", throttles(blockIo.readBps()))
        .objects("BlkioDeviceWriteBps", throttles(blockIo.writeBps()))
        .objects("BlkioDeviceReadIOps", throttles(blockIo.readIops()))
        .objects("BlkioDeviceWriteIOps", throttles(blockIo.writeIops()));
  }

  private static List<Json> throttles(List<BlockIo.Throttle> throttles) {
    return throttles.stream()
        .map(device -> new Json().put("Path", device.path()).put("Rate", device.rate()))
        .toList();
  }
}
