package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Service;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A container to be made.
///
/// @param name what it is created as; a recreate starts under a temporary name
/// @param service where all else about it is taken from: command, environment, limits and so on
/// @param labels complete but for the image's id, which is added when the container is made
/// @param mounts all of them, with the volumes taken over from a container that is replaced
/// @param endpoints in the order of attachment; empty when a namespace is given
/// @param namespaces those it shares or chooses
/// @param contents what its configs and secrets hold, for the label that is added when it is made
/// @param oneOff what it is if it is no replica
public record ContainerSpec(
    String name,
    Replica replica,
    ImageRef image,
    Service service,
    SequencedMap<String, String> labels,
    List<ContainerMount> mounts,
    List<Endpoint> endpoints,
    SharedNamespaces namespaces,
    FileContents contents,
    Optional<OneOff> oneOff) {
  public ContainerSpec {
    labels = Ordered.map(labels);
    mounts = List.copyOf(mounts);
    endpoints = List.copyOf(endpoints);
  }

  /// One that is no one-off.
  public ContainerSpec(
      String name,
      Replica replica,
      ImageRef image,
      Service service,
      SequencedMap<String, String> labels,
      List<ContainerMount> mounts,
      List<Endpoint> endpoints,
      SharedNamespaces namespaces,
      FileContents contents) {
    this(
        name,
        replica,
        image,
        service,
        labels,
        mounts,
        endpoints,
        namespaces,
        contents,
        Optional.empty());
  }

  /// The same made from another image.
  public ContainerSpec withImage(ImageRef other) {
    return new ContainerSpec(
        name, replica, other, service, labels, mounts, endpoints, namespaces, contents, oneOff);
  }
}
