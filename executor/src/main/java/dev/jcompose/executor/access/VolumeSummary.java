package dev.jcompose.executor.access;

import dev.jcompose.model.Ordered;
import java.util.SequencedMap;

/// A volume as lists show it.
///
/// @param mountpoint where the engine's machine has its files
/// @param scope `local`, or `global` when all machines of a cluster share it
public record VolumeSummary(
    String name,
    String driver,
    String mountpoint,
    String scope,
    SequencedMap<String, String> labels) {
  public VolumeSummary {
    labels = Ordered.map(labels);
  }
}
