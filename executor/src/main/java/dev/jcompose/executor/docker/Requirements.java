package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.model.CredentialSpec;
import dev.jcompose.model.DeviceMapping;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Network;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Attributes that only newer engines know. An older one would leave them out without a word, so
/// they are refused before anything is made.
final class Requirements {
  static final ApiVersion CREATE_MOUNTPOINT = new ApiVersion(1, 42);
  private static final ApiVersion CLUSTER_VOLUME = new ApiVersion(1, 42);
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

  /// What the engine lacks for what a step makes; empty when it can do all.
  static Optional<Problem> ofStep(Operation operation, ApiVersion api) {
    return switch (operation) {
      case Operation.CreateContainer(ContainerSpec spec) ->
          of(spec, api).map(reason -> problem("service " + spec.replica().service(), reason));
      case Operation.CreateNetwork(Network network, _) ->
          of(network, api).map(reason -> problem("network " + network.key(), reason));
      case Operation.ConnectNetwork(ContainerRef container, Endpoint endpoint) ->
          of(endpoint, api).map(reason -> problem("container " + container.name(), reason));
      case Operation.PullImage _,
          Operation.PushImage _,
          Operation.BuildImage _,
          Operation.RemoveImage _,
          Operation.RemoveNetwork _,
          Operation.DisconnectNetwork _,
          Operation.CreateVolume _,
          Operation.RemoveVolume _,
          Operation.UploadFiles _,
          Operation.StartContainer _,
          Operation.StopContainer _,
          Operation.KillContainer _,
          Operation.PauseContainer _,
          Operation.UnpauseContainer _,
          Operation.RemoveContainer _,
          Operation.RenameContainer _,
          Operation.RunHook _,
          Operation.RunPreStart _,
          Operation.Await _ ->
          Optional.empty();
    };
  }

  private static Problem problem(String what, String reason) {
    return new Problem.Unsupported(what, reason);
  }

  /// @throws EngineException if the engine is too old for an attribute of the container
  static void check(ContainerSpec spec, ApiVersion api) {
    refuse("make container " + spec.name(), of(spec, api));
  }

  /// @throws EngineException if the engine is too old for an attribute of the endpoint
  static void check(Endpoint endpoint, ApiVersion api) {
    refuse("connect to network " + endpoint.network(), of(endpoint, api));
  }

  /// @throws EngineException if the engine is too old for an attribute of the network
  static void check(Network network, ApiVersion api) {
    refuse("make network " + network.name(), of(network, api));
  }

  static EngineException unsupported(String doing, String reason) {
    return Failures.refused(doing, EngineException.Kind.UNSUPPORTED, reason);
  }

  private static void refuse(String doing, Optional<String> reason) {
    reason.ifPresent(words -> {
      throw unsupported(doing, words);
    });
  }

  private static Optional<String> of(ContainerSpec spec, ApiVersion api) {
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
    List<String> reasons = new ArrayList<>(requirements.reason().stream().toList());
    if (service.privileges().credentialSpec().flatMap(CredentialSpec::config).isPresent()) {
      reasons.add("`credential_spec.config` needs a swarm");
    }
    spec.mounts().stream().flatMap(mount -> impossible(mount).stream()).forEach(reasons::add);
    return reasons.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", reasons));
  }

  private static Optional<String> of(Endpoint endpoint, ApiVersion api) {
    var requirements = new Requirements(api);
    requirements.endpoint(endpoint, false);
    return requirements.reason();
  }

  private static Optional<String> of(Network network, ApiVersion api) {
    var requirements = new Requirements(api);
    requirements.need(
        SWITCH_IPV4, "enable_ipv4", network.reach().ipv4().filter(on -> !on).isPresent());
    return requirements.reason();
  }

  /// Labels for SELinux are known to the form as a string only, which lacks the other options.
  private static Optional<String> impossible(ContainerMount mount) {
    boolean labelled =
        mount instanceof ContainerMount.Bind(String source, MountPoint at, var options)
            && options.flatMap(Mount.BindOptions::selinux).isPresent()
            && !MountsJson.isBindString(source, at, options);
    return labelled
        ? Optional.of(
            "no engine can do `bind.selinux` of `volumes[%s]` together with `bind.recursive` or without `bind.create_host_path`"
                .formatted(mount.at().target()))
        : Optional.empty();
  }

  private void mount(ContainerMount mount) {
    String attribute = "volumes[" + mount.at().target() + "]";
    switch (mount) {
      case ContainerMount.Bind bind -> bind(attribute, bind.options());
      case ContainerMount.NamedVolume volume -> volume(attribute, volume.options());
      case ContainerMount.AnonymousVolume volume -> volume(attribute, volume.options());
      case ContainerMount.OfImage _ -> need(IMAGE_MOUNT, attribute + ".type: image", true);
      case ContainerMount.Platform platform ->
          need(CLUSTER_VOLUME, attribute + ".type: cluster", platform.type().equals("cluster"));
      case ContainerMount.Tmpfs _ -> {}
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

  private Optional<String> reason() {
    return unmet.isEmpty()
        ? Optional.empty()
        : Optional.of(String.join(", ", unmet) + "; this one speaks " + api);
  }
}
