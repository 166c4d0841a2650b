package dev.jcompose.spec.bind;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.Config;
import dev.jcompose.model.FileObjectOptions;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ipam;
import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Secret;
import dev.jcompose.model.Sensitive;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// Binds what services share: networks, volumes, configs, secrets and models.
final class ElementBinder {
  private final SequencedMap<String, String> environment;

  ElementBinder(SequencedMap<String, String> environment) {
    this.environment = environment;
  }

  Network network(String key, Attributes network) {
    return new Network(
        new NetworkKey(key),
        network.text("name").orElse(""),
        external(network),
        network.text("driver"),
        network.pairs("driver_opts"),
        new Network.Reach(
            network.flag("internal"),
            network.flag("attachable"),
            network.optionalFlag("enable_ipv4"),
            network.optionalFlag("enable_ipv6")),
        network.mapping("ipam").map(ElementBinder::ipam),
        network.pairs("labels"),
        network.extensions());
  }

  private static Ipam ipam(Attributes ipam) {
    return new Ipam(
        ipam.text("driver"),
        ipam.mappings("config").stream()
            .map(pool ->
                new Ipam.Pool(
                    pool.text("subnet"),
                    pool.text("gateway"),
                    pool.text("ip_range"),
                    pool.pairs("aux_addresses"),
                    pool.extensions()))
            .toList(),
        ipam.pairs("options"),
        ipam.extensions());
  }

  Volume volume(String key, Attributes volume) {
    return new Volume(
        new VolumeKey(key),
        volume.text("name").orElse(""),
        external(volume),
        volume.text("driver"),
        volume.pairs("driver_opts"),
        volume.pairs("labels"),
        volume.extensions());
  }

  Config config(String key, Attributes config) {
    return new Config(
        key, config.text("name").orElse(""), source(config), options(config), config.extensions());
  }

  Secret secret(String key, Attributes secret) {
    return new Secret(
        key, secret.text("name").orElse(""), source(secret), options(secret), secret.extensions());
  }

  private FileSource source(Attributes object) {
    Optional<Path> file = object.file("file");
    Optional<String> variable = object.text("environment");
    if (external(object)) {
      return new FileSource.External();
    }
    if (file.isPresent()) {
      return new FileSource.HostFile(file.get());
    }
    if (variable.isPresent()) {
      Optional<Sensitive> value =
          Optional.ofNullable(environment.get(variable.get())).map(Sensitive::new);
      return new FileSource.FromEnvironment(variable.get(), value);
    }
    return new FileSource.Inline(object.text("content").orElse(""));
  }

  private static FileObjectOptions options(Attributes object) {
    return new FileObjectOptions(
        object.pairs("labels"),
        object.text("driver"),
        object.pairs("driver_opts"),
        object.text("template_driver"));
  }

  AiModel model(String key, Attributes model) {
    return new AiModel(
        key,
        model.text("name").orElse(""),
        model.text("model").orElse(""),
        model.whole("context_size"),
        model.texts("runtime_flags"),
        model.extensions());
  }

  /// The old form `external: {name: …}` became a name before.
  private static boolean external(Attributes element) {
    return element.mapping("external").isPresent() || element.flag("external");
  }
}
