package dev.jcompose.spec.explain;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.trail.RecordedTrail;
import dev.jcompose.spec.trail.RecordedTrail.Replacement;
import dev.jcompose.spec.write.DocumentWriter;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// What took the place of what.
final class Replacements {
  private final RecordedTrail trail;
  private final List<Replacement> all;
  private final Map<Span, List<Replacement>> byWinner = new HashMap<>();

  Replacements(RecordedTrail trail) {
    this.trail = trail;
    this.all = trail.replacements();
    for (Replacement replacement : all) {
      byWinner
          .computeIfAbsent(replacement.winner().span(), _ -> new ArrayList<>())
          .add(replacement);
    }
  }

  /// What the value typed at that place replaced, nearest first.
  List<Overridden> below(NodePath path, Span place) {
    List<Overridden> chain = new ArrayList<>();
    add(path, place, new HashSet<>(List.of(place)), chain);
    return chain;
  }

  private void add(NodePath path, Span place, Set<Span> seen, List<Overridden> chain) {
    for (Replacement replacement : at(path, byWinner.getOrDefault(place, List.of()))) {
      Span loser = replacement.loser().span();
      if (seen.add(loser)) {
        chain.add(
            new Overridden(
                DocumentWriter.value(typed(replacement.loser())), loser, tag(replacement)));
        add(path, loser, seen, chain);
      }
    }
  }

  /// Those at that path or above; else, since the value may have come from elsewhere with all that
  /// it replaced there, those at the first path there is.
  private static List<Replacement> at(NodePath path, List<Replacement> candidates) {
    List<Replacement> here =
        candidates.stream().filter(given -> startsWith(path, given.path())).toList();
    return here.isEmpty()
        ? candidates.stream()
            .filter(given -> given.path().equals(candidates.getFirst().path()))
            .toList()
        : here;
  }

  private static Optional<Node.Tag> tag(Replacement replacement) {
    return replacement.winner() instanceof Node.Tagged tagged
        ? Optional.of(tagged.tag())
        : Optional.empty();
  }

  /// Variables of a value that lost are nobody's business any more.
  private Node typed(Node node) {
    if (!(node instanceof Node.Scalar)) {
      return trail.typedAt(node.span()).orElse(node);
    }
    return trail
        .typedAt(node.span())
        .filter(Node.Scalar.class::isInstance)
        .or(() -> trail.pairAt(node.span()))
        .orElse(node);
  }

  /// What `!reset` took out at that path and below.
  List<Replacement> resets(String path) {
    return all.stream()
        .filter(given -> tag(given).equals(Optional.of(Node.Tag.RESET)))
        .filter(given -> isAtOrBelow(given.path().toString(), path))
        .toList();
  }

  private static boolean isAtOrBelow(String path, String start) {
    return path.equals(start) || path.startsWith(start + ".") || path.startsWith(start + "[");
  }

  private static boolean startsWith(NodePath path, NodePath start) {
    return start.segments().size() <= path.segments().size()
        && path.segments().subList(0, start.segments().size()).equals(start.segments());
  }
}
