package dev.jcompose.spec.lint;

import java.util.Optional;

/// What services wait for, and how they know each other.
final class DependencyChecks {
  private DependencyChecks() {}

  static void nothingToWaitFor(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Part dependency : service.child("depends_on").children()) {
        if (isCondition(dependency, "service_healthy")
            && stack.service(dependency.key()).filter(other -> !isChecked(other)).isPresent()) {
          report.at(
              dependency,
              "`"
                  + service.key()
                  + "` waits until `"
                  + dependency.key()
                  + "` is healthy, which has no healthcheck here");
        }
      }
    }
  }

  static void notWaitedFor(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Part dependency : service.child("depends_on").children()) {
        Optional<Part> other = stack.service(dependency.key());
        if (isCondition(dependency, "service_started")
            && other.filter(DependencyChecks::isChecked).isPresent()) {
          report.at(
              dependency,
              "`"
                  + service.key()
                  + "` does not wait until `"
                  + dependency.key()
                  + "` is healthy, although it has a healthcheck");
        }
      }
    }
  }

  static void links(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (!service.words("links").isEmpty()) {
        report.at(service, "links", "`links` are not needed");
      }
    }
  }

  static void fixedName(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (service.has("container_name")) {
        report.at(service, "container_name", "the container has a name that only one can have");
      }
    }
  }

  private static boolean isCondition(Part dependency, String condition) {
    return dependency.text("condition").filter(condition::equals).isPresent();
  }

  private static boolean isChecked(Part service) {
    Part healthcheck = service.child("healthcheck");
    return healthcheck.has("test")
        && !healthcheck.isTrue("disable")
        && healthcheck.words("test").stream().noneMatch(word -> word.text().equals("NONE"));
  }
}
