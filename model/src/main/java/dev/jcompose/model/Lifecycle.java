package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// When containers of the service are made, started, checked and stopped.
///
/// @param containerName the one container's name; left out: `PROJECT-SERVICE-NUMBER`
/// @param scale the attribute `scale`; see {@link Service#replicas()}
/// @param profiles one of them must be active for the service to be enabled; none: always enabled
/// @param attach whether `up` shows the service's log
public record Lifecycle(
    Optional<String> containerName,
    Optional<Integer> scale,
    List<String> profiles,
    SequencedMap<ServiceName, Dependency> dependsOn,
    Optional<Healthcheck> healthcheck,
    Optional<RestartPolicy> restart,
    Stopping stopping,
    Hooks hooks,
    Optional<PullPolicy> pullPolicy,
    Optional<Boolean> attach,
    Optional<Provider> provider) {
  /// One container, always enabled, depending on nothing.
  public static final Lifecycle PLAIN =
      new Lifecycle(
          Optional.empty(),
          Optional.empty(),
          List.of(),
          Ordered.map(),
          Optional.empty(),
          Optional.empty(),
          Stopping.PLAIN,
          Hooks.NONE,
          Optional.empty(),
          Optional.empty(),
          Optional.empty());

  public Lifecycle {
    profiles = List.copyOf(profiles);
    dependsOn = Ordered.map(dependsOn);
  }

  /// This life cycle with another number of replicas.
  public Lifecycle withScale(int replicas) {
    return new Lifecycle(
        containerName,
        Optional.of(replicas),
        profiles,
        dependsOn,
        healthcheck,
        restart,
        stopping,
        hooks,
        pullPolicy,
        attach,
        provider);
  }

  /// This life cycle with other dependencies.
  public Lifecycle withDependsOn(SequencedMap<ServiceName, Dependency> dependencies) {
    return new Lifecycle(
        containerName,
        scale,
        profiles,
        dependencies,
        healthcheck,
        restart,
        stopping,
        hooks,
        pullPolicy,
        attach,
        provider);
  }

  /// This life cycle with a health check.
  public Lifecycle withHealthcheck(Healthcheck changed) {
    return new Lifecycle(
        containerName,
        scale,
        profiles,
        dependsOn,
        Optional.of(changed),
        restart,
        stopping,
        hooks,
        pullPolicy,
        attach,
        provider);
  }

  /// This life cycle with a restart policy.
  public Lifecycle withRestart(RestartPolicy changed) {
    return new Lifecycle(
        containerName,
        scale,
        profiles,
        dependsOn,
        healthcheck,
        Optional.of(changed),
        stopping,
        hooks,
        pullPolicy,
        attach,
        provider);
  }

  /// This life cycle with a pull policy.
  public Lifecycle withPullPolicy(PullPolicy changed) {
    return new Lifecycle(
        containerName,
        scale,
        profiles,
        dependsOn,
        healthcheck,
        restart,
        stopping,
        hooks,
        Optional.of(changed),
        attach,
        provider);
  }
}
