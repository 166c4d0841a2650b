package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What the steps of a build run in.
public record BuildSandbox(
    Optional<String> network,
    boolean privileged,
    List<String> entitlements,
    SequencedMap<String, List<String>> extraHosts,
    Optional<String> isolation,
    Optional<ByteSize> shmSize,
    SequencedMap<String, Ulimit> ulimits) {
  public BuildSandbox {
    entitlements = List.copyOf(entitlements);
    extraHosts = Ordered.map(extraHosts);
    ulimits = Ordered.map(ulimits);
  }
}
