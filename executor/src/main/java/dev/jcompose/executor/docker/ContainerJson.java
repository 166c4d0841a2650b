package dev.jcompose.executor.docker;

import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import java.util.SequencedMap;
import java.util.function.Function;

/// The body of the request that makes a container, a class for each topic of it.
///
/// @param config what belongs to the process
/// @param host what belongs to the machine: limits, mounts, ports, namespaces
record ContainerJson(Json config, Json host) {

  /// Writes all of it but the endpoints.
  static ContainerJson of(
      ContainerSpec spec,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids,
      ApiVersion api) {
    var service = spec.service();
    var json = new ContainerJson(new Json(), new Json());
    json.config.put("Image", spec.image().reference()).map("Labels", labels);
    ExecutionJson.write(service.execution(), json);
    spec.oneOff().ifPresent(oneOff -> ExecutionJson.write(oneOff, json));
    HealthJson.write(service.lifecycle(), json);
    RestartJson.write(service, json);
    LimitsJson.write(service, json);
    DevicesJson.write(service, json);
    PrivilegesJson.write(service.privileges(), json);
    NamespacesJson.write(spec, ids, json);
    MountsJson.write(spec, ids, api, json);
    NetworkingJson.write(spec, api, json);
    json.host.map("Annotations", service.description().annotations());
    service
        .description()
        .logging()
        .ifPresent(logging ->
            json.host.object(
                "LogConfig",
                new Json().text("Type", logging.driver()).map("Config", logging.options())));
    return json;
  }

  /// The whole body.
  ///
  /// @param endpoints those to be made with the container, by network
  Json with(Json endpoints) {
    return config
        .object("HostConfig", host)
        .object("NetworkingConfig", new Json().object("EndpointsConfig", endpoints));
  }
}
