package dev.jcompose.cli.project;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Network;
import dev.jcompose.model.Service;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ConfigHasher;

/// Gives the planner the digests that compose-spec makes.
public final class Hashes implements ConfigHasher {
  @Override
  public ConfigHash hash(Service service) {
    return dev.jcompose.spec.write.ConfigHasher.hash(service);
  }

  @Override
  public ConfigHash hash(Network network) {
    return dev.jcompose.spec.write.ConfigHasher.hash(network);
  }

  @Override
  public ConfigHash hash(Volume volume) {
    return dev.jcompose.spec.write.ConfigHasher.hash(volume);
  }
}
