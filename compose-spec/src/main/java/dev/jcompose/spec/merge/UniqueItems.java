package dev.jcompose.spec.merge;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Where a list must not say the same thing twice, the later item takes the place of the earlier.
///
/// Items in the short form are compared as they are written; the step runs once more when all are
/// in the long form.
public final class UniqueItems implements LoadStep {
  private static final PathTable<ItemKey> KEYS =
      PathTable.of(
          Map.ofEntries(
              Map.entry("networks.*.labels", ItemKey.NAME),
              Map.entry("networks.*.ipam.options", ItemKey.NAME),
              Map.entry("services.*.annotations", ItemKey.NAME),
              Map.entry("services.*.build.additional_contexts", ItemKey.NAME),
              Map.entry("services.*.build.args", ItemKey.NAME),
              Map.entry("services.*.build.labels", ItemKey.NAME),
              Map.entry("services.*.build.tags", ItemKey.NAME),
              Map.entry("services.*.cap_add", ItemKey.NAME),
              Map.entry("services.*.cap_drop", ItemKey.NAME),
              Map.entry("services.*.configs", ItemKey.CONFIG_TARGET),
              Map.entry("services.*.deploy.labels", ItemKey.NAME),
              Map.entry("services.*.devices", ItemKey.TARGET),
              Map.entry("services.*.dns", ItemKey.NAME),
              Map.entry("services.*.dns_opt", ItemKey.NAME),
              Map.entry("services.*.dns_search", ItemKey.NAME),
              Map.entry("services.*.env_file", ItemKey.PATH),
              Map.entry("services.*.environment", ItemKey.NAME),
              Map.entry("services.*.expose", ItemKey.NAME),
              Map.entry("services.*.labels", ItemKey.NAME),
              Map.entry("services.*.links", ItemKey.NAME),
              Map.entry("services.*.networks.*.aliases", ItemKey.NAME),
              Map.entry("services.*.networks.*.link_local_ips", ItemKey.NAME),
              Map.entry("services.*.ports", ItemKey.PORT),
              Map.entry("services.*.profiles", ItemKey.NAME),
              Map.entry("services.*.secrets", ItemKey.SECRET_TARGET),
              Map.entry("services.*.sysctls", ItemKey.NAME),
              Map.entry("services.*.tmpfs", ItemKey.NAME),
              Map.entry("services.*.volumes", ItemKey.TARGET)));

  /// Whether items of the list at that place must differ.
  public static boolean concerns(NodePath path) {
    PathTable<ItemKey> keys = KEYS;
    for (NodePath.Segment segment : path.segments()) {
      keys =
          switch (segment) {
            case NodePath.Segment.Key(String name) -> keys.key(name);
            case NodePath.Segment.Index _ -> keys.item();
          };
    }
    return keys.value().isPresent();
  }

  @Override
  public Mapping apply(Mapping document, LoadContext context) {
    return new Walk(context.trail()).mapping(document, KEYS, NodePath.ROOT);
  }

  /// @param trail paths are made only if it records
  private record Walk(Trail trail) {
    Mapping mapping(Mapping mapping, PathTable<ItemKey> keys, NodePath path) {
      if (keys.isEmpty()) {
        return mapping;
      }
      return mapping.replacing((key, value) -> node(value, keys.key(key), below(path, key)));
    }

    private NodePath below(NodePath path, String key) {
      return trail.records() ? path.child(key) : path;
    }

    private Node node(Node node, PathTable<ItemKey> keys, NodePath path) {
      return switch (node) {
        case Mapping mapping -> mapping(mapping, keys, path);
        case Sequence sequence ->
            keys.value().<Node>map(key -> unique(sequence, key, path)).orElse(sequence);
        case Node.Scalar _, Node.Tagged _ -> node;
      };
    }

    private Sequence unique(Sequence sequence, ItemKey key, NodePath path) {
      SequencedMap<Object, Node> kept = new LinkedHashMap<>();
      for (Node item : sequence.items()) {
        Optional<String> known = key.of(item);
        Node old = kept.put(known.isPresent() ? known.get() : item, item);
        if (old != null) {
          trail.overrode(path, item, old);
        }
      }
      return kept.size() == sequence.items().size()
          ? sequence
          : new Sequence(List.copyOf(kept.values()), sequence.span());
    }
  }
}
