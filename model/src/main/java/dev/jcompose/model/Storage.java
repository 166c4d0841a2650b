package dev.jcompose.model;

import java.util.List;
import java.util.SequencedMap;

/// What is mounted into the container.
///
/// @param tmpfs short-form mounts in memory, `PATH[:OPTIONS]`
/// @param readOnly whether the container's own root file system is read-only
/// @param options driver options of the container's root file system
public record Storage(
    List<Mount> mounts,
    List<VolumesFrom> volumesFrom,
    List<String> tmpfs,
    List<FileGrant> configs,
    List<FileGrant> secrets,
    boolean readOnly,
    SequencedMap<String, String> options) {
  public Storage {
    mounts = List.copyOf(mounts);
    volumesFrom = List.copyOf(volumesFrom);
    tmpfs = List.copyOf(tmpfs);
    configs = List.copyOf(configs);
    secrets = List.copyOf(secrets);
    options = Ordered.map(options);
  }
}
