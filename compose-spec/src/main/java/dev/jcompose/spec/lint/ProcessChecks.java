package dev.jcompose.spec.lint;

import java.util.Set;
import java.util.regex.Pattern;

/// What containers run, as whom, and how long.
final class ProcessChecks {
  /// A single `&` that ends a command: not `&&`, `2>&1` or `&>`, nor one in an address.
  private static final Pattern IN_BACKGROUND = Pattern.compile("(?<![&>\\\\])&(?:\\s|$)");

  private static final Set<String> SUPERVISORS =
      Set.of(
          "supervisord",
          "s6-svscan",
          "runsvdir",
          "runit",
          "foreman",
          "honcho",
          "forego",
          "circusd",
          "concurrently",
          "npm-run-all");
  private static final Set<String> ROOT = Set.of("root", "0");

  private ProcessChecks() {}

  static void several(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (String attribute : Commands.ATTRIBUTES) {
        String line = Commands.line(service, attribute);
        if (SUPERVISORS.contains(Commands.program(line))) {
          report.at(service, attribute, "`" + Commands.program(line) + "` runs several processes");
        } else if (Commands.isShell(line) && IN_BACKGROUND.matcher(line).find()) {
          report.at(service, attribute, "the shell runs a process in the background");
        }
      }
    }
  }

  static void root(Stack stack, Report report) {
    for (Part service : stack.services()) {
      service
          .text("user")
          .filter(user -> ROOT.contains(user.split(":", -1)[0]))
          .ifPresent(_ -> report.at(service, "user", "the container runs as root"));
    }
  }

  static void noLimits(Stack stack, Report report) {
    for (Part service : stack.services()) {
      Part limits = service.child("deploy").child("resources").child("limits");
      if (!service.has("mem_limit") && !limits.has("memory")) {
        report.at(service, "service `" + service.key() + "` has no limit of memory");
      }
    }
  }

  /// Only services that others talk to: those that end by themselves need none.
  static void noRestart(Stack stack, Report report) {
    for (Part service : stack.services()) {
      boolean isServer = !service.parts("ports").isEmpty() || service.has("healthcheck");
      if (isServer
          && !service.has("restart")
          && !service.child("deploy").has("restart_policy")
          && !service.has("develop")) {
        report.at(service, "service `" + service.key() + "` is not started again when it fails");
      }
    }
  }

  static void unboundedLog(Stack stack, Report report) {
    for (Part service : stack.services()) {
      Part logging = service.child("logging");
      if (logging.text("driver").filter("json-file"::equals).isPresent()
          && !logging.child("options").has("max-size")) {
        report.at(logging, "driver", "the log grows without bound");
      }
    }
  }
}
