package dev.jcompose.spec.lint;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/// What containers may do to the host.
final class PrivilegeChecks {
  private static final Set<String> ENGINE_SOCKETS =
      Set.of(
          "/var/run/docker.sock",
          "/run/docker.sock",
          "/var/run/podman/podman.sock",
          "/run/podman/podman.sock",
          "/run/containerd/containerd.sock",
          "/var/run/containerd/containerd.sock");
  private static final Set<String> SYSTEM_FOLDERS =
      Set.of(
          "/",
          "/bin",
          "/boot",
          "/dev",
          "/etc",
          "/home",
          "/lib",
          "/lib64",
          "/proc",
          "/root",
          "/run",
          "/sbin",
          "/sys",
          "/usr",
          "/var",
          "/var/lib",
          "/var/lib/docker",
          "/var/run");
  private static final Set<String> NEARLY_ROOT = Set.of("ALL", "SYS_ADMIN", "SYS_MODULE");
  private static final Set<String> UNPROTECTED =
      Set.of("seccomp:unconfined", "apparmor:unconfined", "label:disable");
  private static final List<String> NAMESPACES =
      List.of("pid", "ipc", "uts", "userns_mode", "cgroup");

  private PrivilegeChecks() {}

  static void privileged(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (service.isTrue("privileged")) {
        report.at(service, "privileged", "the container is privileged");
      }
    }
  }

  static void engineSocket(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Part mount : service.parts("volumes")) {
        if (ENGINE_SOCKETS.contains(mount.text("source").orElse(""))) {
          report.at(mount, "the container can reach the engine");
        }
      }
      if (service.isTrue("use_api_socket")) {
        report.at(service, "use_api_socket", "the container can reach the engine");
      }
    }
  }

  static void systemFolder(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Part mount : service.parts("volumes")) {
        String source = mount.text("source").orElse("");
        if (mount.text("type").filter("bind"::equals).isPresent()
            && SYSTEM_FOLDERS.contains(source.replaceAll("(?<=.)/+$", ""))
            && !mount.isTrue("read_only")) {
          report.at(mount, "the container can change `" + source + "` of the host");
        }
      }
    }
  }

  static void capabilities(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Word capability : service.words("cap_add")) {
        String name = capability.text().toUpperCase(Locale.ROOT).replaceFirst("^CAP_", "");
        if (NEARLY_ROOT.contains(name)) {
          report.at(capability, "the capability " + name + " is nearly all that root has");
        }
      }
    }
  }

  static void unconfined(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (Word option : service.words("security_opt")) {
        if (UNPROTECTED.contains(option.text().replace('=', ':'))) {
          report.at(option, "`" + option.text() + "` takes a protection away");
        }
      }
    }
  }

  static void hostNetwork(Stack stack, Report report) {
    for (Part service : stack.services()) {
      if (service.text("network_mode").filter("host"::equals).isPresent()) {
        report.at(service, "network_mode", "the container is on the host's own network");
      }
    }
  }

  static void hostNamespace(Stack stack, Report report) {
    for (Part service : stack.services()) {
      for (String namespace : NAMESPACES) {
        if (service.text(namespace).filter("host"::equals).isPresent()) {
          report.at(
              service, namespace, "`" + namespace + ": host` is not kept apart from the host");
        }
      }
    }
  }
}
