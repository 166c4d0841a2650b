package dev.jcompose.spec.select;

import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;

/// The profiles that are switched on; `*` stands for all.
public record ActiveProfiles(List<String> names) {
  public ActiveProfiles {
    names = List.copyOf(names);
  }

  /// Whether they enable a service that has these profiles; one without profiles always is.
  public boolean enable(List<String> profiles) {
    return profiles.isEmpty() || names.contains("*") || profiles.stream().anyMatch(names::contains);
  }

  /// The same for a service of a document.
  public boolean enable(Node service) {
    return enable(profilesOf(service));
  }

  /// These and the profiles of the services that a command names: naming a service enables it.
  public ActiveProfiles with(Node.Mapping document, List<String> services) {
    List<String> more = new ArrayList<>(names);
    if (document.get("services").orElse(document) instanceof Node.Mapping all) {
      for (String name : services) {
        all.get(name)
            .filter(service -> !enable(service))
            .map(ActiveProfiles::profilesOf)
            .ifPresent(more::addAll);
      }
    }
    return new ActiveProfiles(more);
  }

  private static List<String> profilesOf(Node service) {
    if (service instanceof Node.Mapping mapping
        && mapping.get("profiles").orElse(mapping)
            instanceof Node.Sequence(List<Node> items, var _)) {
      return items.stream()
          .filter(Node.Scalar.class::isInstance)
          .map(item -> ((Node.Scalar) item).raw())
          .toList();
    }
    return List.of();
  }
}
