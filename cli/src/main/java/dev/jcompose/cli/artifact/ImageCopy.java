package dev.jcompose.cli.artifact;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.registry.Descriptor;
import dev.jcompose.executor.registry.Manifest;
import dev.jcompose.executor.registry.RegistryException;
import dev.jcompose.executor.registry.Repository;

/// Copies an image, for all its platforms, from one repository to another.
record ImageCopy(Repository from, Repository to) {
  /// Copies the image of that tag or digest, and gives what names the copy.
  Descriptor copy(String reference) throws RegistryException, InterruptedException {
    Manifest manifest = from.manifest(reference);
    if (manifest.isIndex()) {
      for (JsonValue part : manifest.json().path("manifests")) {
        copy(part.path("digest").asText());
      }
    } else {
      blob(manifest.json().path("config"));
      for (JsonValue layer : manifest.json().path("layers")) {
        blob(layer);
      }
    }
    to.putManifest(manifest.self().digest(), manifest.self().mediaType(), manifest.content());
    return manifest.self();
  }

  private void blob(JsonValue described) throws RegistryException, InterruptedException {
    Descriptor blob = Descriptor.parse(described);
    if (!to.has(blob) && !to.mount(blob, from)) {
      to.put(blob, from.blob(blob));
    }
  }
}
