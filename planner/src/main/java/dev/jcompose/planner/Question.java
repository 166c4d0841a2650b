package dev.jcompose.planner;

import dev.jcompose.model.VolumeKey;

/// Something that is only done with the user's consent.
public sealed interface Question {
  /// A volume's definition has changed: to follow it, the volume is removed with its data and made
  /// anew.
  record ReplaceVolume(VolumeKey volume, String name) implements Question {}

  /// The question as a sentence.
  default String describe() {
    return switch (this) {
      case ReplaceVolume(VolumeKey volume, String name) ->
          "The definition of volume "
              + volume
              + " has changed; to follow it, volume \""
              + name
              + "\" is removed with its data and made anew.";
    };
  }
}
