package dev.jcompose.cli.artifact;

import dev.jcompose.executor.docker.DockerRegistries;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.JsonValue.ArrayValue;
import dev.jcompose.executor.json.JsonValue.NumberValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import dev.jcompose.executor.json.JsonValue.TextValue;
import dev.jcompose.executor.registry.Descriptor;
import dev.jcompose.executor.registry.Manifest;
import dev.jcompose.executor.registry.RegistryException;
import dev.jcompose.executor.registry.RegistryHttp;
import dev.jcompose.executor.registry.Repository;
import dev.jcompose.planner.Labels;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedCollection;
import java.util.SequencedMap;

/// Sends a project to a registry.
public final class Publication {
  private static final byte[] EMPTY = "{}".getBytes(StandardCharsets.UTF_8);

  private final DockerRegistries registries;
  private final RegistryHttp.Plain plain;

  public Publication(DockerRegistries registries, RegistryHttp.Plain plain) {
    this.registries = registries;
    this.plain = plain;
  }

  /// The versions of the format, which differ in how they say what kind of thing this is.
  public enum Format {
    V1_0,
    V1_1
  }

  /// Sends files to where `reference` names, and the images after them.
  ///
  /// @param format left out: the newer one, unless the registry does not take it
  /// @param images whose copies go into the same repository, so that all is in one place
  /// @throws RegistryException if the registry does not take it
  public void send(
      String reference,
      List<PublishedFile> files,
      Optional<Format> format,
      SequencedCollection<String> images,
      Instant now)
      throws RegistryException, InterruptedException {
    try (var target = registries.open(reference, plain)) {
      for (PublishedFile file : files) {
        target.repository().put(file.descriptor(), file.content());
      }
      Descriptor sent = manifest(target, files, format, now);
      if (!images.isEmpty()) {
        index(target.repository(), sent, images);
      }
    }
  }

  private static Descriptor manifest(
      DockerRegistries.Opened target,
      List<PublishedFile> files,
      Optional<Format> format,
      Instant now)
      throws RegistryException, InterruptedException {
    try {
      return put(target, files, format.orElse(Format.V1_1), now);
    } catch (RegistryException e) {
      if (format.isPresent() || !e.isRejection()) {
        throw e;
      }
      return put(target, files, Format.V1_0, now);
    }
  }

  private static Descriptor put(
      DockerRegistries.Opened target, List<PublishedFile> files, Format format, Instant now)
      throws RegistryException, InterruptedException {
    Descriptor config =
        switch (format) {
          case V1_0 -> Descriptor.of(ArtifactFormat.OLD_CONFIG, EMPTY, new LinkedHashMap<>());
          case V1_1 -> Descriptor.of(ArtifactFormat.EMPTY_CONFIG, EMPTY, new LinkedHashMap<>());
        };
    target.repository().put(config, EMPTY);
    SequencedMap<String, JsonValue> manifest = new LinkedHashMap<>();
    manifest.put("schemaVersion", new NumberValue("2"));
    manifest.put("mediaType", new TextValue(Manifest.IMAGE));
    if (format == Format.V1_1) {
      manifest.put("artifactType", new TextValue(ArtifactFormat.PROJECT));
    }
    manifest.put("config", config.json());
    manifest.put(
        "layers", new ArrayValue(files.stream().map(file -> file.descriptor().json()).toList()));
    SequencedMap<String, String> annotations = new LinkedHashMap<>();
    annotations.put(
        "org.opencontainers.image.created", now.truncatedTo(ChronoUnit.SECONDS).toString());
    manifest.put("annotations", Descriptor.texts(annotations));
    String content = new ObjectValue(manifest).toJson();
    target.repository().putManifest(target.tag(), Manifest.IMAGE, content);
    Descriptor sent = descriptor(Manifest.IMAGE, content);
    return new Descriptor(
        sent.mediaType(),
        sent.digest(),
        sent.size(),
        format == Format.V1_1 ? Optional.of(ArtifactFormat.PROJECT) : Optional.empty(),
        version());
  }

  /// Lists the images of a project; it is found by way of what it is the subject of.
  private void index(Repository target, Descriptor project, SequencedCollection<String> images)
      throws RegistryException, InterruptedException {
    List<JsonValue> copied = new ArrayList<>();
    for (String image : images) {
      try (var source = registries.open(image, plain)) {
        copied.add(new ImageCopy(source.repository(), target).copy(source.tag()).json());
      }
    }
    SequencedMap<String, JsonValue> index = new LinkedHashMap<>();
    index.put("schemaVersion", new NumberValue("2"));
    index.put("mediaType", new TextValue(Manifest.INDEX));
    index.put("manifests", new ArrayValue(copied));
    index.put("subject", project.json());
    index.put("annotations", Descriptor.texts(version()));
    String content = new ObjectValue(index).toJson();
    String digest = descriptor(Manifest.INDEX, content).digest();
    target.putManifest(digest, Manifest.INDEX, content);
  }

  private static SequencedMap<String, String> version() {
    SequencedMap<String, String> annotations = new LinkedHashMap<>();
    annotations.put(ArtifactFormat.VERSION, Labels.OUR_VERSION);
    return annotations;
  }

  private static Descriptor descriptor(String kind, String text) {
    return Descriptor.of(kind, text.getBytes(StandardCharsets.UTF_8), new LinkedHashMap<>());
  }
}
