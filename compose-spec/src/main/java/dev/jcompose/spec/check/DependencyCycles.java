package dev.jcompose.spec.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/// Finds services that wait for themselves. Each cycle is reported once, whole, starting with the
/// service that sorts first.
final class DependencyCycles {
  private final SequencedMap<String, Element> services;
  private final List<String> trail = new ArrayList<>();
  private final Set<String> done = new HashSet<>();

  private DependencyCycles(SequencedMap<String, Element> services) {
    this.services = services;
  }

  static void check(SequencedMap<String, Element> services) {
    DependencyCycles cycles = new DependencyCycles(services);
    new TreeSet<>(services.keySet()).forEach(cycles::visit);
  }

  private void visit(String name) {
    Element service = services.get(name);
    if (service == null || done.contains(name)) {
      return;
    }
    int start = trail.indexOf(name);
    if (start >= 0) {
      report(trail.subList(start, trail.size()));
      return;
    }
    trail.add(name);
    new TreeSet<>(service.fields("depends_on").keySet()).forEach(this::visit);
    trail.removeLast();
    done.add(name);
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
