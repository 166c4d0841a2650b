package dev.jcompose.spec.lint;

import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.ERROR;
import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.NOTE;
import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.WARNING;

import dev.jcompose.spec.diagnostic.Diagnostic;
import java.util.List;

/// All rules, sorted by name.
public final class Rules {
  /// What loading finds by itself.
  private static final Rule.Check BY_LOADING = (_, _) -> {};

  /// All of them, sorted by name.
  public static final List<Rule> ALL =
      List.of(
          new Rule(
              "all-capabilities",
              WARNING,
              "Capabilities that are nearly all that root has: `ALL`, `SYS_ADMIN`, `SYS_MODULE`.",
              "With it the container can take over the host.",
              "Add only the capabilities that it needs.",
              PrivilegeChecks::capabilities),
          new Rule(
              "anonymous-volume",
              NOTE,
              "Volumes without a name.",
              "Nobody finds its data again once the container is gone, and it stays on the disk.",
              "Give it a name, or mount a tmpfs.",
              UnusedChecks::anonymousVolumes),
          new Rule(
              "command-cut-short",
              WARNING,
              "A command in one line with `;`, `&`, `|` or the like.",
              "No shell runs it, so it ends there.",
              "Write `[\"sh\", \"-c\", \"…\"]`.",
              BY_LOADING),
          new Rule(
              "dependency-without-condition",
              NOTE,
              "A `depends_on` that only waits for the start of a service that has a healthcheck.",
              "The dependency may not be ready yet when it is needed.",
              "Write `condition: service_healthy`.",
              DependencyChecks::notWaitedFor),
          new Rule(
              "duplicate-port",
              ERROR,
              "Two services without profiles that publish the same port of the host.",
              "The second container cannot be started.",
              "Give one of them another port.",
              PortChecks::twice),
          new Rule(
              "engine-socket",
              WARNING,
              "The engine's socket, mounted into a container.",
              "Who can reach the engine is root on the host.",
              "Put a proxy between them that passes only what is needed.",
              PrivilegeChecks::engineSocket),
          new Rule(
              "fixed-name",
              NOTE,
              "A `container_name`.",
              "The service cannot be scaled, nor the project run twice.",
              "Leave `container_name` out; other services find it by the service's name.",
              DependencyChecks::fixedName),
          new Rule(
              "host-namespace",
              WARNING,
              "The host's processes, memory, names or users in a container: `pid: host` and the like.",
              "The container sees, or changes, what is the host's.",
              "Leave it out.",
              PrivilegeChecks::hostNamespace),
          new Rule(
              "host-network",
              WARNING,
              "A `network_mode: host`.",
              "All that listens in it is open to whoever reaches the host.",
              "Publish the ports that are needed.",
              PrivilegeChecks::hostNetwork),
          new Rule(
              "missing-healthcheck",
              WARNING,
              "A `condition: service_healthy` on a service without a healthcheck.",
              "Unless its image has one, the wait fails.",
              "Add `healthcheck` to the service that is waited for.",
              DependencyChecks::nothingToWaitFor),
          new Rule(
              "no-limits",
              NOTE,
              "Services without a limit of memory.",
              "A leak in one service takes the memory of all others.",
              "Set `mem_limit`, or `deploy.resources.limits.memory`.",
              ProcessChecks::noLimits),
          new Rule(
              "no-restart",
              NOTE,
              "Services with ports or a healthcheck, and without `restart`.",
              "It stays down after a crash, or when the host has started again.",
              "Set `restart: unless-stopped`.",
              ProcessChecks::noRestart),
          new Rule(
              "obsolete-links",
              NOTE,
              "The attribute `links`.",
              "Services on one network find each other by their names.",
              "Use `depends_on` for the order, and network aliases for other names.",
              DependencyChecks::links),
          new Rule(
              "obsolete-version",
              WARNING,
              "The attribute `version`.",
              "`version` means nothing any more.",
              "Delete the line.",
              BY_LOADING),
          new Rule(
              "old-truth-value",
              WARNING,
              "Words such as `yes` and `on` where a truth value is meant.",
              "They are text in YAML 1.2.",
              "Write `true` or `false`.",
              BY_LOADING),
          new Rule(
              "open-port",
              NOTE,
              "Ports that are published on all addresses of the host.",
              "Whoever reaches the host reaches it, firewalls of the host notwithstanding.",
              "Write `127.0.0.1:` before it, if only this machine needs it.",
              PortChecks::open),
          new Rule(
              "open-store",
              WARNING,
              "The same for ports of databases, caches, queues and the engine.",
              "Whoever reaches the host can try passwords.",
              "Leave the port out, since services need none for each other, or write `127.0.0.1:`"
                  + " before it.",
              PortChecks::openStore),
          new Rule(
              "password-in-address",
              WARNING,
              "Addresses in `environment` with a password in them.",
              "Whoever reads the file knows it.",
              "Put a variable in its place, or use a secret.",
              SecretChecks::inAddresses),
          new Rule(
              "password-in-build-args",
              ERROR,
              "Build arguments whose names say that they are secret.",
              "It can be read in the history of the image.",
              "Use `build.secrets`.",
              SecretChecks::inBuildArguments),
          new Rule(
              "password-in-command",
              WARNING,
              "Passwords that stand in `command` or `entrypoint`.",
              "Whoever reads the file, or lists the processes, knows it.",
              "Use a secret, and have the program read its file.",
              SecretChecks::inCommands),
          new Rule(
              "password-in-environment",
              WARNING,
              "Passwords, tokens and keys that stand in `environment`.",
              "Whoever reads the file knows it.",
              "Use `secrets`, or a variable that is set elsewhere.",
              SecretChecks::inEnvironment),
          new Rule(
              "port-with-replicas",
              ERROR,
              "One port of the host for several replicas.",
              "The second replica cannot be started.",
              "Publish a range, or leave the host's port out.",
              PortChecks::withReplicas),
          new Rule(
              "privileged",
              WARNING,
              "A `privileged: true`.",
              "It can do all that root can on the host.",
              "Use `cap_add` and `devices` for what it needs.",
              PrivilegeChecks::privileged),
          new Rule(
              "root-user",
              NOTE,
              "A `user` that is root.",
              "Who breaks out of the container is root.",
              "Name another user.",
              ProcessChecks::root),
          new Rule(
              "several-processes",
              NOTE,
              "Commands that start programs in the background, or a supervisor.",
              "The engine watches and stops only the first of them.",
              "Make each of them a service.",
              ProcessChecks::several),
          new Rule(
              "system-folder",
              WARNING,
              "Folders of the host such as `/`, `/etc` or `/var/run`, mounted to be written to.",
              "Who changes it takes over the host.",
              "Mount what is needed of it, read-only if that is enough.",
              PrivilegeChecks::systemFolder),
          new Rule(
              "unbounded-log",
              NOTE,
              "The log driver `json-file` without `max-size`.",
              "It fills the disk in the end.",
              "Set the option `max-size`, or use the driver `local`.",
              ProcessChecks::unboundedLog),
          new Rule(
              "unconfined",
              WARNING,
              "A `security_opt` that takes seccomp, AppArmor or SELinux away.",
              "The container can make calls that no program should need.",
              "Leave it out, or give a profile of its own.",
              PrivilegeChecks::unconfined),
          new Rule(
              "unknown-mount-option",
              WARNING,
              "Options of a mount that do not exist.",
              "They are left out.",
              "Use `ro`, `rw` or another one that exists.",
              BY_LOADING),
          new Rule(
              "unpinned-image",
              WARNING,
              "Images without a tag, or with the tag `latest`, that no service builds.",
              "It may be another image tomorrow.",
              "Write a tag that stays, or a digest.",
              ImageChecks::unpinned),
          new Rule(
              "unused-config",
              WARNING,
              "Configs that no service is granted.",
              "It has no effect.",
              "Delete it, or grant it to a service.",
              UnusedChecks::configs),
          new Rule(
              "unused-network",
              WARNING,
              "Networks that no service is on.",
              "It has no effect.",
              "Delete it, or put a service on it.",
              UnusedChecks::networks),
          new Rule(
              "unused-options",
              WARNING,
              "Options of a mount that are for another type of mounts.",
              "They have no effect.",
              "Delete them, or correct the type.",
              BY_LOADING),
          new Rule(
              "unused-secret",
              WARNING,
              "Secrets that no service is granted.",
              "It has no effect.",
              "Delete it, or grant it to a service.",
              UnusedChecks::secrets),
          new Rule(
              "unused-volume",
              WARNING,
              "Volumes that no service mounts.",
              "It has no effect.",
              "Delete it, or mount it.",
              UnusedChecks::volumes),
          new Rule(
              "variable-unset",
              WARNING,
              "Variables without a value.",
              "They count as empty.",
              "Set them, or write `${TAG-}`.",
              BY_LOADING));

  /// How the names of those begin that find what nobody may read.
  private static final String ABOUT_PASSWORDS = "password-";

  private Rules() {}

  /// Whether it was found where a password stands.
  static boolean tellsOfPassword(Diagnostic found) {
    return found.code().startsWith(ABOUT_PASSWORDS);
  }
}
