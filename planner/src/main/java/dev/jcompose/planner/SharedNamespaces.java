package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Namespaces that a container does not get anew, and volumes it takes from others.
///
/// @param owners the containers of this project among those, by the service referred to
public record SharedNamespaces(
    Optional<Namespace> network,
    Optional<Namespace> ipc,
    Optional<Namespace> pid,
    List<VolumesOf> volumesFrom,
    SequencedMap<ServiceName, ContainerRef> owners) {
  /// Nothing is shared.
  public static final SharedNamespaces NONE =
      new SharedNamespaces(
          Optional.empty(), Optional.empty(), Optional.empty(), List.of(), Ordered.map());

  public SharedNamespaces {
    volumesFrom = List.copyOf(volumesFrom);
    owners = Ordered.map(owners);
  }

  /// Where a namespace comes from.
  public sealed interface Namespace {
    /// A container of this project.
    record OfContainer(ContainerRef container) implements Namespace {}

    /// The engine's own word for it, e.g. `host`, `none` or `container:NAME`.
    record Word(String word) implements Namespace {}
  }

  /// A container whose volumes are taken.
  ///
  /// @param mode `ro`, `rw`; left out: as they are there
  public record VolumesOf(Container container, Optional<String> mode) {}

  /// A container of this project or another.
  public sealed interface Container {
    /// One of this project.
    record Own(ContainerRef container) implements Container {}

    /// One outside it, by name or id.
    record Outside(String container) implements Container {}
  }
}
