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
  /// Nothing mounted.
  public static final Storage PLAIN =
      new Storage(List.of(), List.of(), List.of(), List.of(), List.of(), false, Ordered.map());

  public Storage {
    mounts = List.copyOf(mounts);
    volumesFrom = List.copyOf(volumesFrom);
    tmpfs = List.copyOf(tmpfs);
    configs = List.copyOf(configs);
    secrets = List.copyOf(secrets);
    options = Ordered.map(options);
  }

  /// This storage with other mounts.
  public Storage withMounts(List<Mount> changed) {
    return new Storage(changed, volumesFrom, tmpfs, configs, secrets, readOnly, options);
  }

  /// This storage with other configs.
  public Storage withConfigs(List<FileGrant> changed) {
    return new Storage(mounts, volumesFrom, tmpfs, changed, secrets, readOnly, options);
  }

  /// This storage with the mounts of other containers.
  public Storage withVolumesFrom(List<VolumesFrom> changed) {
    return new Storage(mounts, changed, tmpfs, configs, secrets, readOnly, options);
  }
}
