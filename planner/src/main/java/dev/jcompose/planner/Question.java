package dev.jcompose.planner;

import dev.jcompose.model.ProjectName;
import dev.jcompose.model.VolumeKey;
import java.util.List;
import java.util.Optional;

/// Something that is only done with the user's consent.
public sealed interface Question {
  /// A volume's definition has changed: to follow it, the volume is removed with its data and made
  /// anew.
  ///
  /// @param changes what differs; empty when only the digests tell
  record ReplaceVolume(VolumeKey volume, String name, List<FieldChange> changes)
      implements Question {
    public ReplaceVolume {
      changes = List.copyOf(changes);
    }
  }

  /// Containers of a project of that name were made from another folder, whose files are there: it
  /// may be another project. Without consent nothing is done at all.
  ///
  /// @param own the folder of the project at hand
  /// @param others the others
  record OtherFolder(ProjectName project, String own, List<String> others) implements Question {
    public OtherFolder {
      others = List.copyOf(others);
    }
  }

  /// What a refusal makes impossible; empty when the rest can be done without.
  default Optional<Problem> refused() {
    return switch (this) {
      case ReplaceVolume _ -> Optional.empty();
      case OtherFolder(var project, String own, var others) ->
          Optional.of(new Problem.OtherFolder(project, own, others));
    };
  }

  /// The question as a sentence.
  default String describe() {
    return switch (this) {
      case ReplaceVolume(VolumeKey volume, String name, var changes) ->
          "The definition of volume "
              + volume
              + " has changed"
              + (changes.isEmpty() ? "" : " (" + FieldChange.describe(changes) + ")")
              + "; to follow it, volume \""
              + name
              + "\" is removed with its data and made anew.";
      case OtherFolder(var project, String own, var others) ->
          "Containers of project \""
              + project
              + "\" were made from "
              + String.join(", ", others)
              + ", and this is "
              + own
              + "; to go on is to treat them as containers of this folder.";
    };
  }
}
