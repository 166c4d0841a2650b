package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Network;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import java.util.function.Function;

/// Computes the digests by which desired and observed definitions are compared. Its methods are
/// pure.
public interface ConfigHasher {
  /// The digest of a service without what needs no recreate.
  ConfigHash hash(Service service);

  /// The digest of a network.
  ConfigHash hash(Network network);

  /// The digest of a volume.
  ConfigHash hash(Volume volume);

  /// The one made of these functions.
  static ConfigHasher of(
      Function<Service, ConfigHash> service,
      Function<Network, ConfigHash> network,
      Function<Volume, ConfigHash> volume) {
    return new ConfigHasher() {
      @Override
      public ConfigHash hash(Service definition) {
        return service.apply(definition);
      }

      @Override
      public ConfigHash hash(Network definition) {
        return network.apply(definition);
      }

      @Override
      public ConfigHash hash(Volume definition) {
        return volume.apply(definition);
      }
    };
  }
}
