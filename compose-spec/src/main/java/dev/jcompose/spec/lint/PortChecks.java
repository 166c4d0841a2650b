package dev.jcompose.spec.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What can be reached from outside.
final class PortChecks {
  private static final Set<String> EVERYWHERE = Set.of("", "0.0.0.0", "::");

  /// The ports of databases, caches and queues, and of the engine.
  private static final Set<String> STORES =
      Set.of(
          "1433", "1521", "2375", "2379", "3306", "5432", "5984", "6379", "7687", "8123", "9042",
          "9200", "9300", "11211", "26257", "27017");

  private record Published(Part service, Part port) {
    String address() {
      return port.text("host_ip").filter(ip -> !EVERYWHERE.contains(ip)).orElse("");
    }

    String number() {
      return port.text("published").orElse("");
    }

    String protocol() {
      return port.text("protocol").orElse("tcp");
    }

    boolean collides(Published other) {
      return number().equals(other.number())
          && protocol().equals(other.protocol())
          && (address().equals(other.address())
              || address().isEmpty()
              || other.address().isEmpty());
    }
  }

  private PortChecks() {}

  static void open(Stack stack, Report report) {
    for (Published one : published(stack)) {
      if (one.address().isEmpty() && !isStore(one)) {
        report.at(one.port(), "port " + one.number() + " is open on all addresses");
      }
    }
  }

  static void openStore(Stack stack, Report report) {
    for (Published one : published(stack)) {
      if (one.address().isEmpty() && isStore(one)) {
        report.at(
            one.port(),
            "port " + one.number() + " opens a database, or the like, on all addresses");
      }
    }
  }

  /// Services with profiles are left out: they may never run together.
  static void twice(Stack stack, Report report) {
    List<Published> seen = new ArrayList<>();
    for (Published one : published(stack)) {
      if (one.service().has("profiles")) {
        continue;
      }
      seen.stream()
          .filter(one::collides)
          .findFirst()
          .ifPresent(other ->
              report.at(
                  one.port(),
                  "port "
                      + one.number()
                      + " is published by service `"
                      + other.service().key()
                      + "` as well"));
      seen.add(one);
    }
  }

  static void withReplicas(Stack stack, Report report) {
    for (Published one : published(stack)) {
      if (areSeveral(one.service()) && !one.number().contains("-")) {
        report.at(
            one.port(), "only one of the replicas can have port " + one.number() + " of the host");
      }
    }
  }

  private static boolean areSeveral(Part service) {
    Optional<String> count =
        service.text("scale").or(() -> service.child("deploy").text("replicas"));
    return count.filter(number -> number.matches("[1-9]\\d+|[2-9]")).isPresent();
  }

  private static boolean isStore(Published one) {
    return STORES.contains(one.port().text("target").orElse(""));
  }

  private static List<Published> published(Stack stack) {
    List<Published> published = new ArrayList<>();
    for (Part service : stack.services()) {
      for (Part port : service.parts("ports")) {
        if (port.has("published")) {
          published.add(new Published(service, port));
        }
      }
    }
    return published;
  }
}
