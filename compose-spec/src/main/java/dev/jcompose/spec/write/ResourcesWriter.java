package dev.jcompose.spec.write;

import dev.jcompose.model.BlockIo;
import dev.jcompose.model.Cpu;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.DeviceRequest;
import dev.jcompose.model.Memory;
import dev.jcompose.model.Resources;
import dev.jcompose.model.Ulimit;
import dev.jcompose.model.Value;
import java.util.SequencedMap;

/// Writes what the container may use of the machine.
final class ResourcesWriter {
  private ResourcesWriter() {}

  static void write(Resources resources, Fields fields) {
    Form form = fields.form();
    cpu(resources.cpu(), fields);
    memory(resources.memory(), fields);
    ulimits(resources.ulimits(), fields);
    fields
        .number("pids_limit", resources.pidsLimit())
        .put("blkio_config", resources.blockIo().map(blockIo -> blockIo(blockIo, form)))
        .list("devices", resources.devices().mappings(), device -> device(device, form))
        .texts("device_cgroup_rules", resources.devices().cgroupRules())
        .list("gpus", resources.devices().gpus(), request -> request(request, form));
  }

  private static void cpu(Cpu cpu, Fields fields) {
    fields
        .single("cpus", cpu.cpus())
        .number("cpu_shares", cpu.shares())
        .number("cpu_quota", cpu.quota())
        .number("cpu_period", cpu.period())
        .number("cpu_rt_period", cpu.realtime().period())
        .number("cpu_rt_runtime", cpu.realtime().runtime())
        .text("cpuset", cpu.cpuset())
        .number("cpu_count", cpu.count())
        .single("cpu_percent", cpu.percent());
  }

  private static void memory(Memory memory, Fields fields) {
    fields
        .size("mem_limit", memory.limit())
        .size("mem_reservation", memory.reservation())
        .size("memswap_limit", memory.swapLimit())
        .bytes("mem_swappiness", memory.swappiness().orElse(0L))
        .size("shm_size", memory.shmSize())
        .flag("oom_kill_disable", memory.oomKillDisable())
        .number("oom_score_adj", memory.oomScoreAdjustment());
  }

  static void ulimits(SequencedMap<String, Ulimit> ulimits, Fields fields) {
    fields.map("ulimits", ulimits, limit -> ulimit(limit, fields.form()));
  }

  /// JSON leaves zeros out, YAML prints both limits unless a single one is not zero.
  private static Value ulimit(Ulimit limit, Form form) {
    if (limit instanceof Ulimit.Single(long value) && value != 0) {
      return Fields.number(value);
    }
    Fields fields =
        switch (form) {
          case JSON -> new Fields(form).number("soft", limit.soft()).number("hard", limit.hard());
          case YAML ->
              new Fields(form)
                  .put("soft", Fields.number(limit.soft()))
                  .put("hard", Fields.number(limit.hard()));
        };
    return fields.value();
  }

  /// The names of the parts of a device begin with a capital in JSON.
  private static Value blockIo(BlockIo blockIo, Form form) {
    return new Fields(form)
        .number("weight", blockIo.weight())
        .list(
            "weight_device",
            blockIo.weightDevices(),
            device ->
                new Fields(form)
                    .put(cased("path", form), new Value.Text(device.path()))
                    .put(cased("weight", form), Fields.number(device.weight()))
                    .value())
        .list("device_read_bps", blockIo.readBps(), throttle -> throttle(throttle, form))
        .list("device_read_iops", blockIo.readIops(), throttle -> throttle(throttle, form))
        .list("device_write_bps", blockIo.writeBps(), throttle -> throttle(throttle, form))
        .list("device_write_iops", blockIo.writeIops(), throttle -> throttle(throttle, form))
        .value();
  }

  private static Value throttle(BlockIo.Throttle throttle, Form form) {
    return new Fields(form)
        .put(cased("path", form), new Value.Text(throttle.path()))
        .put(cased("rate", form), new Value.Text(Long.toString(throttle.rate())))
        .value();
  }

  private static String cased(String key, Form form) {
    return switch (form) {
      case JSON -> Character.toUpperCase(key.charAt(0)) + key.substring(1);
      case YAML -> key;
    };
  }

  private static Value device(DeviceMapping device, Form form) {
    return new Fields(form)
        .text("source", device.source())
        .text("target", device.target())
        .text("permissions", device.permissions())
        .extensions(device.extensions())
        .value();
  }

  static Value request(DeviceRequest request, Form form) {
    return new Fields(form)
        .texts("capabilities", request.capabilities())
        .text("driver", request.driver())
        .number("count", request.count())
        .texts("device_ids", request.deviceIds())
        .pairs("options", request.options())
        .value();
  }
}
