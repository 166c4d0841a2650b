package dev.jcompose.executor.fake;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.NetworkAttributes;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;

/// Networks, volumes and images of the fake engine. Guarded by the engine's lock.
final class FakeStore {
  final Map<String, ObservedNetwork> networks = new TreeMap<>();
  final Map<String, ObservedVolume> volumes = new TreeMap<>();
  final Map<String, ObservedImage> images = new TreeMap<>();

  /// What the registry has in place of the image that is made up for each name.
  final Map<String, ObservedImage> registry = new TreeMap<>();

  final Set<String> notInRegistry = new HashSet<>();
  List<Problem> lacks = List.of();
  private int made;

  /// A fresh id of 64 hexadecimal digits.
  String id() {
    made++;
    return "%08x".formatted(0xfa000000 + made) + "0".repeat(56);
  }

  /// An image with nothing special about it.
  ObservedImage plainImage() {
    return new ObservedImage(
        new ImageId("sha256:" + id()),
        Ordered.map(Map.of("PATH", "/bin")),
        List.of("sh"),
        List.of(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        false,
        Ordered.map(),
        Optional.of(Duration.ZERO));
  }

  Optional<ObservedImage> image(String reference) {
    return images.values().stream()
        .filter(image -> image.id().value().equals(reference))
        .findFirst()
        .or(() -> Optional.ofNullable(images.get(tagged(reference))));
  }

  /// The reference with the tag it implies.
  static String tagged(String reference) {
    boolean complete =
        reference.contains("@") || reference.lastIndexOf(':') > reference.lastIndexOf('/');
    return complete ? reference : reference + ":latest";
  }

  void pull(String reference) {
    if (notInRegistry.contains(reference)) {
      throw new EngineException(
          Kind.NOT_FOUND, "cannot pull \"%s\": manifest unknown".formatted(reference));
    }
    images.put(tagged(reference), published(reference));
  }

  void built(Operation.BuildImage build) {
    images.put(tagged(build.image()), plainImage());
    build.build().output().tags().forEach(tag -> images.put(tagged(tag), plainImage()));
  }

  void push(String reference) {
    if (!images.containsKey(tagged(reference))) {
      throw new EngineException(
          Kind.NOT_FOUND, "cannot push \"%s\": there is no such image".formatted(reference));
    }
    notInRegistry.remove(reference);
  }

  /// What a reference means in the registry now.
  String pinned(String reference) {
    if (notInRegistry.contains(reference)) {
      throw new EngineException(
          Kind.NOT_FOUND,
          "cannot find the digest of image %s: manifest unknown".formatted(reference));
    }
    int at = reference.indexOf('@');
    if (at < 0) {
      return tagged(reference) + "@" + published(reference).id().value();
    }
    String named = reference.substring(0, at);
    boolean hasTag = named.lastIndexOf(':') > named.lastIndexOf('/');
    String repository = hasTag ? named.substring(0, named.lastIndexOf(':')) : named;
    return repository + reference.substring(at);
  }

  private ObservedImage published(String reference) {
    return registry.computeIfAbsent(reference, _ -> image(reference).orElseGet(this::plainImage));
  }

  Optional<ObservedNetwork> network(String idOrName) {
    return Optional.ofNullable(networks.get(idOrName))
        .or(() ->
            networks.values().stream()
                .filter(network -> network.id().equals(idOrName))
                .findFirst());
  }

  void createNetwork(Network network, SequencedMap<String, String> labels) {
    if (networks.containsKey(network.name())) {
      throw new EngineException(
          Kind.CONFLICT,
          "cannot create network \"%s\": it exists already".formatted(network.name()));
    }
    networks.put(
        network.name(),
        new ObservedNetwork(id(), network.name(), NetworkAttributes.of(network), labels));
  }

  void createVolume(Volume volume, SequencedMap<String, String> labels) {
    var driver = volume.driver().orElse("local");
    volumes.putIfAbsent(
        volume.name(), new ObservedVolume(volume.name(), driver, volume.driverOptions(), labels));
  }

  /// The volume of that name, made if it is not there, as engines do.
  void volume(String name, String driver, SequencedMap<String, String> labels) {
    volumes.computeIfAbsent(name, _ -> new ObservedVolume(name, driver, Ordered.map(), labels));
  }
}
