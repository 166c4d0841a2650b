package dev.jcompose.executor.registry;

import dev.jcompose.executor.json.JsonValue;

/// A manifest as a registry keeps it.
///
/// @param self what names it: the digest is that of its bytes
/// @param content its text, from which these bytes come in UTF-8
public record Manifest(Descriptor self, String content, JsonValue json) {
  /// The kind that describes one image or artifact.
  public static final String IMAGE = "application/vnd.oci.image.manifest.v1+json";

  /// The kind that lists others.
  public static final String INDEX = "application/vnd.oci.image.index.v1+json";

  /// Docker's own forms of these two, which images still come in.
  public static final String DOCKER_IMAGE = "application/vnd.docker.distribution.manifest.v2+json";

  public static final String DOCKER_INDEX =
      "application/vnd.docker.distribution.manifest.list.v2+json";

  /// Whether it lists others.
  public boolean isIndex() {
    return self.mediaType().equals(INDEX) || self.mediaType().equals(DOCKER_INDEX);
  }
}
