package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;

/// A container as the engine lists it.
///
/// @param name without the engine's leading slash
/// @param image what it was created from: the reference as given then, and the id
/// @param endpoints by network name
/// @param details more about it, when a decision needed an inspection
public record ObservedContainer(
    ContainerId id,
    String name,
    ContainerImage image,
    SequencedMap<String, String> labels,
    ContainerStatus status,
    SequencedMap<String, ObservedEndpoint> endpoints,
    List<ObservedMount> mounts,
    List<PublishedPort> ports,
    String command,
    Instant created,
    Optional<ContainerDetails> details) {
  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");

  public ObservedContainer {
    labels = Ordered.map(labels);
    endpoints = Ordered.map(endpoints);
    mounts = List.copyOf(mounts);
    ports = List.copyOf(ports);
  }

  /// The image of a container.
  public record ContainerImage(String reference, ImageId id) {}

  /// It as what an operation is about.
  ContainerRef ref() {
    return new ContainerRef.Existing(id, name);
  }

  /// Whether the volume of that name is mounted in it.
  boolean uses(String volume) {
    return mounts.stream().anyMatch(mount -> mount.name().filter(volume::equals).isPresent());
  }

  /// Whether it has volumes whose names the engine made up.
  boolean hasAnonymousVolumes() {
    return mounts.stream()
        .anyMatch(mount -> mount.name().filter(Names::isAnonymousVolume).isPresent());
  }

  /// The anonymous volumes it may have taken over from the container it replaced. The engine takes
  /// them for named ones, and does not remove them with it.
  List<String> takenOver() {
    return label(Labels.REPLACE).isEmpty()
        ? List.of()
        : mounts.stream()
            .flatMap(mount -> mount.name().stream())
            .filter(Names::isAnonymousVolume)
            .distinct()
            .toList();
  }

  /// The value of that label.
  public Optional<String> label(String name) {
    return Optional.ofNullable(labels.get(name));
  }

  /// The service it belongs to, from its label.
  public Optional<ServiceName> service() {
    return label(Labels.SERVICE).map(ServiceName::new);
  }

  /// Whether it was made by `run`.
  public boolean isOneOff() {
    return label(Labels.ONE_OFF).filter("True"::equals).isPresent();
  }

  /// Whether a `pre_start` hook ran in it, or was to.
  public boolean isHook() {
    return label(Labels.HOOK).isPresent();
  }

  /// Its place in the service; none for one-offs.
  public Optional<Integer> number() {
    return label(Labels.CONTAINER_NUMBER)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(Integer::valueOf);
  }
}
