package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Network;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Attributes that only newer engines know. An older one would leave them out without a word, so
/// they are refused before anything is made.
final class Requirements {
  static final ApiVersion CREATE_MOUNTPOINT = new ApiVersion(1, 42);
  static final ApiVersion ANNOTATIONS = new ApiVersion(1, 43);
  static final ApiVersion MAC_OF_ENDPOINT = new ApiVersion(1, 44);
  static final ApiVersion SEVERAL_ENDPOINTS = new ApiVersion(1, 44);
  private static final ApiVersion RECURSIVE_READ_ONLY = new ApiVersion(1, 44);
  private static final ApiVersion START_INTERVAL = new ApiVersion(1, 44);
  private static final ApiVersion CDI_DEVICES = new ApiVersion(1, 44);
  private static final ApiVersion VOLUME_SUBPATH = new ApiVersion(1, 45);
  private static final ApiVersion IMAGE_MOUNT = new ApiVersion(1, 48);
  private static final ApiVersion GATEWAY_PRIORITY = new ApiVersion(1, 48);
  private static final ApiVersion SWITCH_IPV4 = new ApiVersion(1, 48);
  private static final ApiVersion INTERFACE_NAME = new ApiVersion(1, 49);

  private final ApiVersion api;
  private final List<String> unmet = new ArrayList<>();

  private Requirements(ApiVersion api) {
    this.api = api;
  }

  /// @throws EngineException if the engine is too old for an attribute of the container
  static void check(ContainerSpec spec, ApiVersion api) {
    var requirements = new Requirements(api);
    var service = spec.service();
    requirements.need(ANNOTATIONS, "annotations", !service.description().annotations().isEmpty());
    requirements.need(
        START_INTERVAL,
        "healthcheck.start_interval",
        service.lifecycle().healthcheck().flatMap(Healthcheck::startInterval).isPresent());
    requirements.need(
        CDI_DEVICES,
        "devices",
        service.resources().devices().mappings().stream().anyMatch(DeviceMapping::isCdi));
    spec.mounts().forEach(requirements::mount);
    for (int i = 0; i < spec.endpoints().size(); i++) {
      requirements.endpoint(spec.endpoints().get(i), i == 0);
    }
    requirements.report("make container " + spec.name());
    boolean managedAccount =
        service
            .privileges()
            .credentialSpec()
            .flatMap(credentials -> credentials.config())
            .isPresent();
    if (managedAccount) {
      throw unsupported("make container " + spec.name(), "`credential_spec.config` needs a swarm");
    }
  }

  /// @throws EngineException if the engine is too old for an attribute of the endpoint
  static void check(Endpoint endpoint, ApiVersion api) {
    var requirements = new Requirements(api);
    requirements.endpoint(endpoint, false);
    requirements.report("connect to network " + endpoint.network());
  }

  /// @throws EngineException if the engine is too old for an attribute of the network
  static void check(Network network, ApiVersion api) {
    var requirements = new Requirements(api);
    requirements.need(
        SWITCH_IPV4, "enable_ipv4", network.reach().ipv4().filter(on -> !on).isPresent());
    requirements.report("make network " + network.name());
  }

  static EngineException unsupported(String doing, String reason) {
    return Failures.refused(doing, EngineException.Kind.UNSUPPORTED, reason);
  }

  private void mount(ContainerMount mount) {
    String attribute = "volumes[" + mount.at().target() + "]";
    switch (mount) {
      case ContainerMount.Bind bind -> bind(attribute, bind.options());
      case ContainerMount.NamedVolume volume -> volume(attribute, volume.options());
      case ContainerMount.AnonymousVolume volume -> volume(attribute, volume.options());
      case ContainerMount.OfImage _ -> need(IMAGE_MOUNT, attribute + ".type: image", true);
      case ContainerMount.Tmpfs _, ContainerMount.Platform _ -> {}
    }
  }

  private void bind(String attribute, Optional<Mount.BindOptions> options) {
    String recursive = options.flatMap(Mount.BindOptions::recursive).orElse("enabled");
    need(
        RECURSIVE_READ_ONLY,
        attribute + ".bind.recursive: " + recursive,
        recursive.equals("writable") || recursive.equals("readonly"));
  }

  private void volume(String attribute, Optional<Mount.VolumeOptions> options) {
    need(
        VOLUME_SUBPATH,
        attribute + ".volume.subpath",
        options.flatMap(Mount.VolumeOptions::subpath).isPresent());
  }

  private void endpoint(Endpoint endpoint, boolean first) {
    String attribute = "networks." + endpoint.network();
    var attachment = endpoint.attachment();
    need(INTERFACE_NAME, attribute + ".interface_name", attachment.interfaceName().isPresent());
    need(GATEWAY_PRIORITY, attribute + ".gw_priority", attachment.gatewayPriority() != 0);
    need(
        MAC_OF_ENDPOINT,
        attribute + ".mac_address",
        !first && attachment.addresses().macAddress().isPresent());
  }

  private void need(ApiVersion needed, String attribute, boolean used) {
    if (used && !api.isAtLeast(needed)) {
      unmet.add("`" + attribute + "` needs an engine with API " + needed);
    }
  }

  private void report(String doing) {
    if (!unmet.isEmpty()) {
      throw unsupported(doing, String.join(", ", unmet) + "; this one speaks " + api);
    }
  }
}
