package dev.jcompose.spec.merge;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Merges the pools of a network's `ipam.config`, which are known by their subnet.
final class AddressPools {
  private static final PathTable<MergeRule> NO_RULES = PathTable.of(Map.of());

  private AddressPools() {}

  static Node merge(Merger merger, Node base, Node over, NodePath path) {
    if (!(base instanceof Sequence(List<Node> below, _)) || !(over instanceof Sequence above)) {
      return merger.general(base, over, NO_RULES, path);
    }
    List<Node> merged = new ArrayList<>();
    for (Node pool : above.items()) {
      Optional<Mapping> same =
          below.stream()
              .filter(Mapping.class::isInstance)
              .map(Mapping.class::cast)
              .filter(candidate -> subnet(candidate).equals(subnet(pool)))
              .findFirst();
      merged.add(
          same.isPresent() && pool instanceof Mapping later
              ? merger.mappings(same.get(), later, NO_RULES, path.child(merged.size()))
              : pool);
    }
    return new Sequence(merged, above.span());
  }

  private static Optional<String> subnet(Node pool) {
    return pool instanceof Mapping mapping
        ? mapping.get("subnet").map(Forms::text)
        : Optional.empty();
  }
}
