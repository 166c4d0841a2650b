package dev.jcompose.model;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What is written onto the container and what becomes of its output.
///
/// @param labels label files included
/// @param labelFiles the files named by `label_file`
public record Description(
    SequencedMap<String, String> labels,
    List<Path> labelFiles,
    SequencedMap<String, String> annotations,
    Optional<Logging> logging,
    Extensions extensions) {
  /// Nothing said.
  public static final Description PLAIN =
      new Description(Ordered.map(), List.of(), Ordered.map(), Optional.empty(), Extensions.NONE);

  public Description {
    labels = Ordered.map(labels);
    labelFiles = List.copyOf(labelFiles);
    annotations = Ordered.map(annotations);
  }
}
