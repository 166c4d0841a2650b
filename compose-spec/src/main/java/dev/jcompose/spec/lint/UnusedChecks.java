package dev.jcompose.spec.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// What nobody uses, and what stays behind.
final class UnusedChecks {
  private static final String DEFAULT_NETWORK = "default";

  private UnusedChecks() {}

  static void networks(Stack stack, Report report) {
    Set<String> used = new HashSet<>(List.of(DEFAULT_NETWORK));
    for (Part service : stack.services()) {
      service.child("networks").children().forEach(network -> used.add(network.key()));
      service.child("build").text("network").ifPresent(used::add);
    }
    unused(stack, "networks", "network", used, report);
  }

  static void volumes(Stack stack, Report report) {
    Set<String> used = new HashSet<>();
    for (Part service : stack.services()) {
      service.parts("volumes").forEach(mount -> mount.text("source").ifPresent(used::add));
    }
    unused(stack, "volumes", "volume", used, report);
  }

  static void configs(Stack stack, Report report) {
    Set<String> used = new HashSet<>();
    for (Part service : stack.services()) {
      grants(service, "configs", used);
    }
    unused(stack, "configs", "config", used, report);
  }

  static void secrets(Stack stack, Report report) {
    Set<String> used = new HashSet<>();
    for (Part service : stack.services()) {
      grants(service, "secrets", used);
      grants(service.child("build"), "secrets", used);
    }
    unused(stack, "secrets", "secret", used, report);
  }

  static void anonymousVolumes(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Part mount : service.parts("volumes")) {
        if (mount.text("type").filter("volume"::equals).isPresent() && !mount.has("source")) {
          report.at(mount, "the volume at `" + mount.text("target").orElse("") + "` has no name");
        }
      }
    }
  }

  private static void grants(Part owner, String attribute, Set<String> used) {
    owner.parts(attribute).forEach(grant -> grant.text("source").ifPresent(used::add));
  }

  private static void unused(
      Stack stack, String elements, String noun, Set<String> used, Report report) {
    for (Part element : stack.elements(elements)) {
      if (!used.contains(element.key())) {
        report.at(element, "no service uses the " + noun + " `" + element.key() + "`");
      }
    }
  }
}
