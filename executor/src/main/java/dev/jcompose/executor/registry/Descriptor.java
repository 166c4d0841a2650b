package dev.jcompose.executor.registry;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.JsonValue.NumberValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import dev.jcompose.executor.json.JsonValue.TextValue;
import dev.jcompose.model.Ordered;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;

/// What a manifest says of something else in its repository.
///
/// @param digest `sha256:` and 64 hexadecimal digits, unless a registry says otherwise
/// @param size in bytes
/// @param artifactType what kind of thing a manifest describes, where it says so
public record Descriptor(
    String mediaType,
    String digest,
    long size,
    Optional<String> artifactType,
    SequencedMap<String, String> annotations) {
  public Descriptor {
    annotations = Ordered.map(annotations);
  }

  /// The descriptor of these bytes.
  public static Descriptor of(
      String mediaType, byte[] content, SequencedMap<String, String> annotations) {
    return new Descriptor(
        mediaType, digest(content), content.length, Optional.empty(), annotations);
  }

  /// The descriptor that a manifest has written down; what it leaves out is empty.
  public static Descriptor parse(JsonValue json) {
    SequencedMap<String, String> annotations = new LinkedHashMap<>();
    json.path("annotations")
        .properties()
        .forEach(each -> annotations.put(each.getKey(), each.getValue().asText()));
    return new Descriptor(
        json.path("mediaType").asText(),
        json.path("digest").asText(),
        json.path("size").asLong(),
        Optional.of(json.path("artifactType").asText()).filter(type -> !type.isEmpty()),
        annotations);
  }

  /// As it is written in a manifest.
  public JsonValue json() {
    SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
    members.put("mediaType", new TextValue(mediaType));
    members.put("digest", new TextValue(digest));
    members.put("size", new NumberValue(Long.toString(size)));
    if (!annotations.isEmpty()) {
      members.put("annotations", texts(annotations));
    }
    artifactType.ifPresent(type -> members.put("artifactType", new TextValue(type)));
    return new ObjectValue(members);
  }

  /// An object of texts.
  public static JsonValue texts(SequencedMap<String, String> texts) {
    SequencedMap<String, JsonValue> members = new LinkedHashMap<>();
    texts.forEach((key, text) -> members.put(key, new TextValue(text)));
    return new ObjectValue(members);
  }

  /// Whether these are the bytes that are meant.
  boolean isOf(byte[] content) {
    return content.length == size && digest.equals(digest(content));
  }

  /// The digest of these bytes, as manifests write it.
  static String digest(byte[] content) {
    try {
      return "sha256:"
          + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
