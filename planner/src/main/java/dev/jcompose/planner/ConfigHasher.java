package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Network;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;

/// Computes the digests by which desired and observed definitions are compared. Its methods are
/// pure.
public interface ConfigHasher {
  /// The digest of a service without what needs no recreate.
  ConfigHash hash(Service service);

  /// The digest of a network.
  ConfigHash hash(Network network);

  /// The digest of a volume.
  ConfigHash hash(Volume volume);
}
