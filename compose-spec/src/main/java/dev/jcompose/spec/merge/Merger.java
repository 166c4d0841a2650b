package dev.jcompose.spec.merge;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Kinds;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Sequence;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Lays a document, or a part of one, over another.
///
/// Every value keeps the place where it was typed. A value under `!reset` or `!override` stays
/// tagged, so that it acts on what is below it however often the result is merged again; {@link
/// TagRemover} ends that.
public final class Merger {
  private final Problems problems;
  private final PairsForm pairsForm;
  private final Trail trail;

  /// What two mappings of labels, variables or the like are when one is laid over the other.
  private enum PairsForm {
    MAPPING,
    /// As soon as they are merged, as in docker compose. It shows only where variables are left as
    /// typed, so else the mapping stays, where every value has its own place.
    LIST
  }

  private Merger(Problems problems, PairsForm pairsForm, Trail trail) {
    this.problems = problems;
    this.pairsForm = pairsForm;
    this.trail = trail;
  }

  /// A merger for documents that are loaded in that context.
  public static Merger of(LoadContext context) {
    return new Merger(
        context.problems(),
        context.switches().interpolation() ? PairsForm.MAPPING : PairsForm.LIST,
        context.trail());
  }

  /// The whole document `over` laid over `base`.
  public Mapping merge(Mapping base, Mapping over) {
    return mappings(base, over, MergeRule.TABLE, NodePath.ROOT);
  }

  /// A service, network, volume or the like laid over another.
  ///
  /// @param path where it stands, e.g. `services.web`
  public Mapping mergeAt(NodePath path, Mapping base, Mapping over) {
    PathTable<MergeRule> rules = MergeRule.TABLE;
    for (NodePath.Segment segment : path.segments()) {
      rules =
          switch (segment) {
            case NodePath.Segment.Key(String name) -> rules.key(name);
            case NodePath.Segment.Index _ -> rules.item();
          };
    }
    return mappings(base, over, rules, path);
  }

  private Node node(Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    if (over instanceof Node.Tagged) {
      return over;
    }
    if (base instanceof Node.Tagged(Node.Tag tag, Node value, _)) {
      return tag == Node.Tag.RESET ? over : node(value, over, rules, path);
    }
    return rules
        .value()
        .map(rule -> special(rule, base, over, rules, path))
        .orElseGet(() -> general(base, over, rules, path));
  }

  private Node special(
      MergeRule rule, Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    if (rule == MergeRule.REPLACE) {
      return over;
    }
    if (over instanceof Node.Null) {
      return base;
    }
    if (base instanceof Node.Null) {
      return over;
    }
    return switch (rule) {
      case REPLACE -> over;
      case LIST -> general(Forms.list(base), Forms.list(over), rules, path);
      case PAIRS -> pairs(base, over, rules, path);
      case HOSTS -> hosts(base, over, rules, path);
      case BUILD -> general(Forms.build(base), Forms.build(over), rules, path);
      case DEPENDENCIES -> general(Forms.dependencies(base), Forms.dependencies(over), rules, path);
      case NAMES -> general(Forms.names(base), Forms.names(over), rules, path);
      case LOGGING -> logging(base, over, rules, path);
      case ULIMIT -> isPair(base) && isPair(over) ? general(base, over, rules, path) : over;
      case ADDRESS_POOLS -> AddressPools.merge(this, base, over, path);
    };
  }

  Node general(Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    if (over instanceof Node.Null) {
      return base;
    }
    return switch (base) {
      case Mapping below when over instanceof Mapping above -> mappings(below, above, rules, path);
      case Sequence below when over instanceof Sequence above -> joined(below, above);
      case Mapping _, Sequence _ -> reject(base, over, path);
      case Node.Scalar _, Node.Tagged _ -> over;
    };
  }

  Mapping mappings(Mapping base, Mapping over, PathTable<MergeRule> rules, NodePath path) {
    SequencedMap<String, Field> merged = new LinkedHashMap<>(base.fields());
    over.fields()
        .forEach((key, field) -> {
          Field below = merged.get(key);
          merged.put(
              key, below == null ? field : field(below, field, rules.key(key), path.child(key)));
        });
    return new Mapping(merged, over.fields().isEmpty() ? base.span() : over.span());
  }

  /// What comes out is the very node of the later document exactly if nothing was merged.
  @SuppressWarnings("ReferenceEquality")
  private Field field(Field base, Field over, PathTable<MergeRule> rules, NodePath path) {
    Node value = node(base.value(), over.value(), rules, path);
    if (value == over.value()) {
      trail.overrode(path, value, base.value());
    }
    boolean unchanged = value.span().equals(base.value().span());
    return new Field(unchanged ? base.keySpan() : over.keySpan(), value);
  }

  /// A key without value counts: it takes the caller's value, whatever a file below says.
  private Node pairs(Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    if (pairsForm == PairsForm.MAPPING
        && base instanceof Mapping below
        && over instanceof Mapping above) {
      SequencedMap<String, Field> merged = new LinkedHashMap<>(below.fields());
      above
          .fields()
          .forEach((key, field) -> {
            Field old = merged.put(key, field);
            if (old != null && trail.records()) {
              trail.overrode(path.child(key), field.value(), old.value());
            }
          });
      return new Mapping(merged, above.span());
    }
    return general(
        Forms.pairs(base instanceof Mapping below ? withoutReset(below, over) : base),
        Forms.pairs(over),
        rules,
        path);
  }

  private static Mapping withoutReset(Mapping below, Node over) {
    SequencedMap<String, Field> kept = new LinkedHashMap<>(below.fields());
    if (over instanceof Mapping above) {
      above
          .fields()
          .forEach((key, field) -> {
            if (field.value() instanceof Node.Tagged(Node.Tag tag, _, _) && tag == Node.Tag.RESET) {
              kept.remove(key);
            }
          });
    }
    return new Mapping(kept, below.span());
  }

  private Node hosts(Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    Node below = Forms.pairs(base);
    Node above = Forms.pairs(over);
    if (below instanceof Sequence first && above instanceof Sequence second) {
      List<String> known = first.items().stream().map(Forms::text).toList();
      return joined(
          first,
          new Sequence(
              second.items().stream().filter(item -> !known.contains(Forms.text(item))).toList(),
              second.span()));
    }
    return general(below, above, rules, path);
  }

  private Node logging(Node base, Node over, PathTable<MergeRule> rules, NodePath path) {
    if (base instanceof Mapping below && over instanceof Mapping above) {
      boolean sameDriver =
          below.get("driver").isEmpty()
              || above.get("driver").isEmpty()
              || below.get("driver").map(Forms::text).equals(above.get("driver").map(Forms::text));
      return sameDriver ? mappings(below, above, rules, path) : above;
    }
    return general(base, over, rules, path);
  }

  private static boolean isPair(Node limit) {
    return limit instanceof Mapping mapping && mapping.get("single").isEmpty();
  }

  private static Sequence joined(Sequence base, Sequence over) {
    List<Node> items = new ArrayList<>(base.items());
    items.addAll(over.items());
    return new Sequence(items, over.items().isEmpty() ? base.span() : over.span());
  }

  private Node reject(Node base, Node over, NodePath path) {
    problems.add(
        Diagnostic.error(
                "merge-mismatch",
                "this is " + Kinds.of(over) + ", and what it is merged with is " + Kinds.of(base),
                over.span(),
                path)
            .withHint(
                "The other one stands in " + base.span() + "; `!override` replaces it whole."));
    return base;
  }
}
