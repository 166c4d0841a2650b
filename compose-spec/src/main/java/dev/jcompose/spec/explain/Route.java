package dev.jcompose.spec.explain;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.NodePath.Segment;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.trail.Extension;
import dev.jcompose.spec.trail.RecordedTrail;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The way from where a value was typed to where it stands: aliases, `extends`, `include`.
final class Route {
  private static final String MERGE_KEY = "<<";

  private final List<RecordedTrail.Alias> aliases;
  private final List<Extension> extensions;
  private final List<RecordedTrail.Inclusion> inclusions;

  Route(RecordedTrail trail) {
    this.aliases = trail.aliases();
    this.extensions = trail.extensions();
    this.inclusions = trail.inclusions();
  }

  /// The steps from that place to that path.
  List<Step> of(NodePath path, Span place) {
    List<Step> steps = new ArrayList<>();
    List<RecordedTrail.Alias> through = aliases(path, place, new HashSet<>());
    through.forEach(alias -> steps.add(step(alias)));
    Span outer = through.isEmpty() ? place : through.getLast().place();
    List<Extension> taken =
        service(path).map(name -> extensions(name, outer, new HashSet<>())).orElse(List.of());
    taken.reversed().forEach(extension -> steps.add(step(extension)));
    String file = taken.isEmpty() ? outer.file() : taken.getFirst().place().file();
    addInclusions(file, new HashSet<>(), steps);
    return steps;
  }

  private static Step step(RecordedTrail.Alias alias) {
    return alias.path().segments().contains(new Segment.Key(MERGE_KEY))
        ? new Step.MergeKey(alias.place())
        : new Step.Alias(alias.place());
  }

  private static Step step(Extension extension) {
    return new Step.Extends(extension.base(), extension.extent().file(), extension.place());
  }

  private static Optional<String> service(NodePath path) {
    return path.segments().size() > 1
            && path.segments().getFirst().equals(new Segment.Key("services"))
            && path.segments().get(1) instanceof Segment.Key(String name)
        ? Optional.of(name)
        : Optional.empty();
  }

  /// Innermost first; none if the value was typed at its path.
  private List<RecordedTrail.Alias> aliases(
      NodePath path, Span place, Set<RecordedTrail.Alias> seen) {
    for (RecordedTrail.Alias alias : aliases) {
      if (contains(alias.target(), place) && seen.add(alias)) {
        if (leadsTo(alias.path(), path)) {
          return List.of(alias);
        }
        List<RecordedTrail.Alias> outer = aliases(path, alias.place(), seen);
        if (!outer.isEmpty()) {
          List<RecordedTrail.Alias> all = new ArrayList<>(List.of(alias));
          all.addAll(outer);
          return all;
        }
      }
    }
    return List.of();
  }

  private boolean leadsTo(NodePath alias, NodePath path) {
    List<String> start = keys(alias);
    List<String> whole = keys(path);
    if (start.size() > whole.size()) {
      return false;
    }
    if (start.equals(whole.subList(0, start.size()))) {
      return true;
    }
    return start.size() > 1
        && start.getFirst().equals("services")
        && whole.getFirst().equals("services")
        && start.subList(2, start.size()).equals(whole.subList(2, start.size()))
        && bases(whole.get(1)).contains(start.get(1));
  }

  /// Without indexes, which change when lists are merged, and without the merge key.
  private static List<String> keys(NodePath path) {
    List<String> keys = new ArrayList<>();
    for (Segment segment : path.segments()) {
      if (segment instanceof Segment.Key(String name)) {
        if (name.equals(MERGE_KEY)) {
          break;
        }
        keys.add(name);
      }
    }
    return keys;
  }

  private Set<String> bases(String service) {
    Set<String> bases = new LinkedHashSet<>(List.of(service));
    int before;
    do {
      before = bases.size();
      for (Extension extension : extensions) {
        if (bases.contains(extension.service())) {
          bases.add(extension.base());
        }
      }
    } while (bases.size() > before);
    return bases;
  }

  /// From the service to the one whose definition holds that place.
  private List<Extension> extensions(String service, Span place, Set<Extension> seen) {
    for (Extension extension : extensions) {
      if (extension.service().equals(service) && seen.add(extension)) {
        if (contains(extension.extent(), place)) {
          return List.of(extension);
        }
        List<Extension> rest = extensions(extension.base(), place, seen);
        if (!rest.isEmpty()) {
          List<Extension> all = new ArrayList<>(List.of(extension));
          all.addAll(rest);
          return all;
        }
      }
    }
    return List.of();
  }

  private void addInclusions(String file, Set<String> seen, List<Step> steps) {
    if (seen.add(file)) {
      inclusions.stream()
          .filter(inclusion -> inclusion.files().contains(file))
          .findFirst()
          .ifPresent(inclusion -> {
            steps.add(new Step.Included(inclusion.place()));
            addInclusions(inclusion.place().file(), seen, steps);
          });
    }
  }

  private static boolean contains(Span outer, Span inner) {
    return outer.file().equals(inner.file())
        && isBefore(outer.line(), outer.column(), inner.line(), inner.column())
        && isBefore(inner.endLine(), inner.endColumn(), outer.endLine(), outer.endColumn());
  }

  private static boolean isBefore(int line, int column, int otherLine, int otherColumn) {
    return line < otherLine || (line == otherLine && column <= otherColumn);
  }
}
