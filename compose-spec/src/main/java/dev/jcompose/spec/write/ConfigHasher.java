package dev.jcompose.spec.write;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Network;
import dev.jcompose.model.Service;
import dev.jcompose.model.Value;
import dev.jcompose.model.Volume;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// The digests that docker compose 2.40 writes into the label `com.docker.compose.config-hash`:
/// SHA-256 of a definition's compact JSON.
public final class ConfigHasher {
  /// Attributes whose change needs no new container.
  private static final List<String> NOT_HASHED =
      List.of("build", "pull_policy", "scale", "depends_on", "profiles");

  private ConfigHasher() {}

  /// Of a service, without what needs no new container.
  public static ConfigHash hash(Service service) {
    SequencedMap<String, Value> fields =
        new LinkedHashMap<>(ServiceWriter.write(service, Form.JSON).values());
    NOT_HASHED.forEach(fields::remove);
    fields.computeIfPresent("deploy", (_, deploy) -> withoutReplicas(deploy));
    return digest(new Value.Fields(fields));
  }

  /// Of a network, whole.
  public static ConfigHash hash(Network network) {
    return digest(ElementWriter.network(network, Form.JSON));
  }

  /// Of a volume; one without a driver counts as `local`.
  public static ConfigHash hash(Volume volume) {
    return digest(
        ElementWriter.volume(volume.withDriver(volume.driver().orElse("local")), Form.JSON));
  }

  private static Value withoutReplicas(Value deploy) {
    if (!(deploy instanceof Value.Fields(SequencedMap<String, Value> values))) {
      return deploy;
    }
    SequencedMap<String, Value> fields = new LinkedHashMap<>(values);
    fields.remove("replicas");
    return new Value.Fields(fields);
  }

  private static ConfigHash digest(Value value) {
    try {
      byte[] text = JsonPrinter.compact(value).getBytes(StandardCharsets.UTF_8);
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(text);
      return new ConfigHash(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
