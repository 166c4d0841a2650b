package dev.jcompose.planner;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Network;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Compares what is wanted with what something was made from, by the digests in labels.
///
/// Equal digests always mean the same definition. Different ones mean different definitions only
/// when both were made by the same rule, which changes with docker compose's version. One is made
/// for each plan.
final class Definitions {
  /// What a comparison says.
  enum Verdict {
    SAME,
    DIFFERENT,
    /// Written by another tool or another version, or not at all.
    UNKNOWN
  }

  private final ConfigHasher hasher;

  /// Digests that were asked for: that of a service that shares with none is asked for repeatedly.
  private final IdentityHashMap<Service, ConfigHash> hashes = new IdentityHashMap<>();

  Definitions(ConfigHasher hasher) {
    this.hasher = hasher;
  }

  /// The digest to write onto a container.
  ///
  /// @param parents the containers, as far as they are known, whose namespaces and volumes are
  ///   shared
  ConfigHash hash(Service service, Map<ServiceName, ContainerId> parents) {
    return hashes.computeIfAbsent(ContainerReferences.resolve(service, parents), hasher::hash);
  }

  ConfigHasher hasher() {
    return hasher;
  }

  /// Compares a service with one of its containers. The digest on a container is that with the ids
  /// of the containers it shares with, also when all were made by one run.
  Verdict compare(
      Service service, Map<ServiceName, ContainerId> parents, ObservedContainer container) {
    return compare(hash(service, parents), container.labels());
  }

  /// Why a network of ours cannot stay; empty when it can. A digest by another rule says nothing;
  /// then only fields that are known to differ count.
  Optional<Cause.ConfigurationChanged> changed(
      Project project, Network network, ObservedNetwork observed) {
    var verdict =
        network.external() ? Verdict.SAME : compare(hasher.hash(network), observed.labels());
    if (verdict == Verdict.SAME) {
      return Optional.empty();
    }
    var changes = new ElementComparison(project).of(network, observed);
    if (verdict == Verdict.UNKNOWN) {
      changes = changes.stream().filter(ElementComparison::isCertain).toList();
    }
    return verdict == Verdict.UNKNOWN && changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.ConfigurationChanged(changes));
  }

  /// Why a volume of ours cannot stay; empty when it can. A digest by another rule says nothing,
  /// and nobody is asked to give up data for a guess.
  Optional<Cause.ConfigurationChanged> changed(
      Project project, Volume volume, ObservedVolume observed) {
    return compare(hasher.hash(volume), observed.labels()) == Verdict.DIFFERENT
        ? Optional.of(
            new Cause.ConfigurationChanged(new ElementComparison(project).of(volume, observed)))
        : Optional.empty();
  }

  /// Compares a digest with the one in labels.
  private static Verdict compare(ConfigHash wanted, SequencedMap<String, String> labels) {
    var found = Optional.ofNullable(labels.get(Labels.CONFIG_HASH));
    if (found.filter(wanted.value()::equals).isPresent()) {
      return Verdict.SAME;
    }
    var version = Optional.ofNullable(labels.get(Labels.VERSION));
    return found.isPresent() && version.filter(Labels.OUR_VERSION::equals).isPresent()
        ? Verdict.DIFFERENT
        : Verdict.UNKNOWN;
  }
}
