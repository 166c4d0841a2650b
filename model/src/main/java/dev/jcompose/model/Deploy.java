package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// How replicas are run and replaced. A single engine takes replicas, resources and the restart
/// policy from it; the rest is kept for platforms that schedule.
///
/// @param mode `replicated`, `global`, `replicated-job` or `global-job`
/// @param endpointMode `vip` or `dnsrr`
/// @param labels for the service as such, not for its containers
public record Deploy(
    Optional<String> mode,
    Optional<Integer> replicas,
    Optional<String> endpointMode,
    SequencedMap<String, String> labels,
    Optional<DeployResources> resources,
    Optional<DeployRestart> restart,
    Optional<Placement> placement,
    Optional<Rollout> update,
    Optional<Rollout> rollback,
    Extensions extensions) {
  public Deploy {
    labels = Ordered.map(labels);
  }
}
