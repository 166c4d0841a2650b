package dev.jcompose.planner;

import dev.jcompose.model.VolumeKey;

/// Something that is only done with the user's consent.
public sealed interface Question {
  /// A volume's definition has changed: to follow it, the volume is removed with its data and made
  /// anew.
  record ReplaceVolume(VolumeKey volume, String name) implements Question {}
}
