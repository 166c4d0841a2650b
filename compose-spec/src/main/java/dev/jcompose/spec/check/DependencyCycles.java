package dev.jcompose.spec.check;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Finds services that wait for themselves. Each cycle is reported once, whole, starting with the
/// service that sorts first.
final class DependencyCycles {
  private final SequencedMap<String, Element> services;
  private final Deque<Visit> open = new ArrayDeque<>();
  private final Set<String> onTrail = new HashSet<>();
  private final Set<String> done = new HashSet<>();

  /// A service whose dependencies are being looked at.
  private record Visit(String name, Iterator<String> dependencies) {}

  private DependencyCycles(SequencedMap<String, Element> services) {
    this.services = services;
  }

  static void check(SequencedMap<String, Element> services) {
    DependencyCycles cycles = new DependencyCycles(services);
    new TreeSet<>(services.keySet()).forEach(cycles::visit);
  }

  /// Goes down from that service. The trail is kept here, not on the stack: a chain of dependencies
  /// may be as long as a file has services.
  private void visit(String start) {
    enter(start);
    while (!open.isEmpty()) {
      Visit last = open.getLast();
      if (last.dependencies().hasNext()) {
        String next = last.dependencies().next();
        if (onTrail.contains(next)) {
          report(trailFrom(next));
        } else {
          enter(next);
        }
      } else {
        open.removeLast();
        onTrail.remove(last.name());
        done.add(last.name());
      }
    }
  }

  private void enter(String name) {
    Element service = services.get(name);
    if (service != null && !done.contains(name)) {
      onTrail.add(name);
      open.add(new Visit(name, new TreeSet<>(service.fields("depends_on").keySet()).iterator()));
    }
  }

  private List<String> trailFrom(String name) {
    return open.stream().map(Visit::name).dropWhile(other -> !other.equals(name)).toList();
  }

  private void report(List<String> cycle) {
    String first = new TreeSet<>(cycle).getFirst();
    List<String> turned = new ArrayList<>(cycle.subList(cycle.indexOf(first), cycle.size()));
    turned.addAll(cycle.subList(0, cycle.indexOf(first)));
    turned.add(first);
    Element service = services.get(first);
    if (service != null) {
      var dependency = service.fields("depends_on").get(turned.get(1));
      service.errorBelow(
          "dependency-cycle",
          "services wait for each other: " + String.join(" -> ", turned),
          dependency == null ? service.keySpan() : dependency.keySpan(),
          service.path().child("depends_on").child(turned.get(1)),
          Optional.empty());
    }
  }
}
