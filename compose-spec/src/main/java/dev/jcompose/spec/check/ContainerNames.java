package dev.jcompose.spec.check;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Finds services that want their containers to have the same name.
final class ContainerNames {
  private ContainerNames() {}

  static void check(Collection<Element> services) {
    Map<String, String> owners = new HashMap<>();
    for (Element service : services) {
      service
          .text("container_name")
          .ifPresent(name -> {
            String other = owners.putIfAbsent(name, service.name());
            if (other != null) {
              service.errorAt(
                  "conflict",
                  "service `" + other + "` has the same container name, \"" + name + "\"",
                  "container_name");
            }
          });
    }
  }

  /// The services with those names and all that they depend on; all services if there are no names.
  static Collection<Element> reached(SequencedMap<String, Element> services, List<String> names) {
    if (names.isEmpty()) {
      return services.values();
    }
    SequencedMap<String, Element> reached = new LinkedHashMap<>();
    Deque<String> left = new ArrayDeque<>(names);
    while (!left.isEmpty()) {
      String name = left.removeFirst();
      Element service = services.get(name);
      if (service != null && reached.putIfAbsent(name, service) == null) {
        left.addAll(service.fields("depends_on").keySet());
      }
    }
    return reached.values();
  }
}
