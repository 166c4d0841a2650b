package dev.jcompose.executor.docker;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.DeployResources;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.DeviceRequest;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;

/// Devices of the host: device files, names of the Container Device Interface, and requests by
/// capability.
final class DevicesJson {
  private static final String GPU = "gpu";
  private static final int ALL = -1;

  private DevicesJson() {}

  static void write(Service service, ContainerJson json) {
    var devices = service.resources().devices();
    json.host()
        .objects(
            "Devices",
            devices.mappings().stream()
                .filter(mapping -> !mapping.isCdi())
                .map(DevicesJson::mapping)
                .toList())
        .words("DeviceCgroupRules", devices.cgroupRules())
        .objects("DeviceRequests", requests(service));
  }

  private static Json mapping(DeviceMapping mapping) {
    return new Json()
        .put("PathOnHost", mapping.source())
        .put("PathInContainer", mapping.target())
        .put("CgroupPermissions", mapping.permissions());
  }

  private static List<Json> requests(Service service) {
    List<Json> requests = new ArrayList<>();
    var devices = service.resources().devices();
    List<String> cdi =
        devices.mappings().stream()
            .filter(DeviceMapping::isCdi)
            .map(DeviceMapping::source)
            .toList();
    if (!cdi.isEmpty()) {
      requests.add(new Json().put("Driver", "cdi").words("DeviceIDs", cdi));
    }
    devices.gpus().forEach(gpu -> requests.add(request(gpu, withGpu(gpu.capabilities()))));
    service.deploy().flatMap(Deploy::resources).flatMap(DeployResources::reservations).stream()
        .flatMap(reservations -> reservations.devices().stream())
        .forEach(device -> requests.add(request(device, device.capabilities())));
    return requests;
  }

  private static List<String> withGpu(List<String> capabilities) {
    if (capabilities.contains(GPU)) {
      return capabilities;
    }
    List<String> all = new ArrayList<>(capabilities);
    all.add(GPU);
    return all;
  }

  private static Json request(DeviceRequest request, List<String> capabilities) {
    Json json =
        new Json()
            .text("Driver", request.driver())
            .words("DeviceIDs", request.deviceIds())
            .listOfWords("Capabilities", capabilities)
            .map("Options", request.options());
    return request.count().isEmpty() && request.deviceIds().isEmpty()
        ? json.put("Count", ALL)
        : json.number("Count", request.count());
  }
}
