package dev.jcompose.model;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What a build makes beside the image's content.
///
/// @param tags names in addition to the service's image
/// @param provenance `true`, `false` or parameters of the attestation
/// @param sbom as provenance
public record BuildOutput(
    List<String> tags,
    SequencedMap<String, String> labels,
    List<String> platforms,
    Optional<String> provenance,
    Optional<String> sbom) {
  public BuildOutput {
    tags = List.copyOf(tags);
    labels = Ordered.map(labels);
    platforms = List.copyOf(platforms);
  }
}
