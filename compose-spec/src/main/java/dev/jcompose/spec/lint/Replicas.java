package dev.jcompose.spec.lint;

import java.util.Optional;

/// How many containers services have.
final class Replicas {
  private Replicas() {}

  /// Whether the files ask for more than one.
  static boolean several(Part service) {
    Optional<String> count =
        service.text("scale").or(() -> service.child("deploy").text("replicas"));
    return count.filter(number -> number.matches("[1-9]\\d+|[2-9]")).isPresent();
  }

  static void withName(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (several(service) && service.has("container_name")) {
        report.at(service, "container_name", "several replicas cannot have the same name");
      }
    }
  }

  static void fixedName(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (!several(service) && service.has("container_name")) {
        report.at(service, "container_name", "the container has a name that only one can have");
      }
    }
  }
}
