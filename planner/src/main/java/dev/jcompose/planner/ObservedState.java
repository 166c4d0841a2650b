package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// What an engine held of a project at one moment.
///
/// @param containers all that carry the project's label, whatever their state, one-offs included
/// @param networks those with the project's label, and those without it whose name the project
///   wants
/// @param volumes likewise
/// @param images those of the project's services that are on the engine, by the reference the
///   project uses
/// @param hostFiles what the files behind configs and secrets hold; a file that cannot be read is
///   left out
/// @param folders those that the containers were made from
/// @param site where the engine looks for paths
public record ObservedState(
    List<ObservedContainer> containers,
    List<ObservedNetwork> networks,
    List<ObservedVolume> volumes,
    SequencedMap<String, ObservedImage> images,
    SequencedMap<Path, ContentDigest> hostFiles,
    List<ObservedFolder> folders,
    EngineSite site) {
  /// An engine that holds nothing of the project.
  public static final ObservedState NOTHING =
      new ObservedState(List.of(), List.of(), List.of(), Ordered.map());

  /// One that nothing is known of but what the engine says.
  public ObservedState(
      List<ObservedContainer> containers,
      List<ObservedNetwork> networks,
      List<ObservedVolume> volumes,
      SequencedMap<String, ObservedImage> images) {
    this(containers, networks, volumes, images, Ordered.map(), List.of());
  }

  /// One of an engine on this machine.
  public ObservedState(
      List<ObservedContainer> containers,
      List<ObservedNetwork> networks,
      List<ObservedVolume> volumes,
      SequencedMap<String, ObservedImage> images,
      SequencedMap<Path, ContentDigest> hostFiles,
      List<ObservedFolder> folders) {
    this(containers, networks, volumes, images, hostFiles, folders, EngineSite.HERE);
  }

  /// The same of an engine there.
  public ObservedState withSite(EngineSite place) {
    return new ObservedState(containers, networks, volumes, images, hostFiles, folders, place);
  }

  public ObservedState {
    containers = List.copyOf(containers);
    networks = List.copyOf(networks);
    volumes = List.copyOf(volumes);
    images = Ordered.map(images);
    hostFiles = Ordered.map(hostFiles);
    folders = List.copyOf(folders);
  }
}
