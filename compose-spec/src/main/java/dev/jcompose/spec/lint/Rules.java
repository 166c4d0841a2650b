package dev.jcompose.spec.lint;

import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.ERROR;
import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.NOTE;
import static dev.jcompose.spec.diagnostic.Diagnostic.Severity.WARNING;

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
              "With it the container can take over the host.",
              "Add only the capabilities that it needs.",
              PrivilegeChecks::capabilities),
          new Rule(
              "anonymous-volume",
              NOTE,
              "Nobody finds its data again once the container is gone, and it stays on the disk.",
              "Give it a name, or mount a tmpfs.",
              UnusedChecks::anonymousVolumes),
          new Rule(
              "dependency-without-condition",
              NOTE,
              "The dependency may not be ready yet when it is needed.",
              "Write `condition: service_healthy`.",
              DependencyChecks::notWaitedFor),
          new Rule(
              "duplicate-port",
              ERROR,
              "The second container cannot be started.",
              "Give one of them another port.",
              PortChecks::twice),
          new Rule(
              "engine-socket",
              WARNING,
              "Who can reach the engine is root on the host.",
              "Put a proxy between them that passes only what is needed.",
              PrivilegeChecks::engineSocket),
          new Rule(
              "fixed-name",
              NOTE,
              "The service cannot be scaled, nor the project run twice.",
              "Leave `container_name` out; other services find it by the service's name.",
              Replicas::fixedName),
          new Rule(
              "host-namespace",
              WARNING,
              "The container sees, or changes, what is the host's.",
              "Leave it out.",
              PrivilegeChecks::hostNamespace),
          new Rule(
              "host-network",
              WARNING,
              "All that listens in it is open to whoever reaches the host.",
              "Publish the ports that are needed.",
              PrivilegeChecks::hostNetwork),
          new Rule(
              "missing-healthcheck",
              WARNING,
              "Unless its image has one, the wait fails.",
              "Add `healthcheck` to the service that is waited for.",
              DependencyChecks::nothingToWaitFor),
          new Rule(
              "name-with-replicas",
              ERROR,
              "Names of containers are unique.",
              "Leave `container_name` out.",
              Replicas::withName),
          new Rule(
              "no-limits",
              NOTE,
              "A leak in one service takes the memory of all others.",
              "Set `mem_limit`, or `deploy.resources.limits.memory`.",
              ProcessChecks::noLimits),
          new Rule(
              "no-restart",
              NOTE,
              "It stays down after a crash, or when the host has started again.",
              "Set `restart: unless-stopped`.",
              ProcessChecks::noRestart),
          new Rule(
              "obsolete-links",
              NOTE,
              "Services on one network find each other by their names.",
              "Use `depends_on` for the order, and network aliases for other names.",
              DependencyChecks::links),
          new Rule(
              "obsolete-version",
              WARNING,
              "`version` means nothing any more.",
              "Delete the line.",
              BY_LOADING),
          new Rule(
              "open-port",
              NOTE,
              "Whoever reaches the host reaches it, firewalls of the host notwithstanding.",
              "Write `127.0.0.1:` before it, if only this machine needs it.",
              PortChecks::open),
          new Rule(
              "open-store",
              WARNING,
              "Whoever reaches the host can try passwords.",
              "Leave the port out, since services need none for each other, or write `127.0.0.1:`"
                  + " before it.",
              PortChecks::openStore),
          new Rule(
              "password-in-address",
              WARNING,
              "Whoever reads the file knows it.",
              "Put a variable in its place, or use a secret.",
              SecretChecks::inAddresses),
          new Rule(
              "password-in-build-args",
              ERROR,
              "It can be read in the history of the image.",
              "Use `build.secrets`.",
              SecretChecks::inBuildArguments),
          new Rule(
              "password-in-command",
              WARNING,
              "Whoever reads the file, or lists the processes, knows it.",
              "Use a secret, and have the program read its file.",
              SecretChecks::inCommands),
          new Rule(
              "password-in-environment",
              WARNING,
              "Whoever reads the file knows it.",
              "Use `secrets`, or a variable that is set elsewhere.",
              SecretChecks::inEnvironment),
          new Rule(
              "port-with-replicas",
              ERROR,
              "The second replica cannot be started.",
              "Publish a range, or leave the host's port out.",
              PortChecks::withReplicas),
          new Rule(
              "privileged",
              WARNING,
              "It can do all that root can on the host.",
              "Use `cap_add` and `devices` for what it needs.",
              PrivilegeChecks::privileged),
          new Rule(
              "root-user",
              NOTE,
              "Who breaks out of the container is root.",
              "Name another user.",
              ProcessChecks::root),
          new Rule(
              "several-processes",
              NOTE,
              "The engine watches and stops only the first of them.",
              "Make each of them a service.",
              ProcessChecks::several),
          new Rule(
              "system-folder",
              WARNING,
              "Who changes it takes over the host.",
              "Mount what is needed of it, read-only if that is enough.",
              PrivilegeChecks::systemFolder),
          new Rule(
              "unbounded-log",
              NOTE,
              "It fills the disk in the end.",
              "Set the option `max-size`, or use the driver `local`.",
              ProcessChecks::unboundedLog),
          new Rule(
              "unconfined",
              WARNING,
              "The container can make calls that no program should need.",
              "Leave it out, or give a profile of its own.",
              PrivilegeChecks::unconfined),
          new Rule(
              "unpinned-image",
              WARNING,
              "It may be another image tomorrow.",
              "Write a tag that stays, or a digest.",
              ImageChecks::unpinned),
          new Rule(
              "unused-config",
              WARNING,
              "It has no effect.",
              "Delete it, or grant it to a service.",
              UnusedChecks::configs),
          new Rule(
              "unused-network",
              WARNING,
              "It has no effect.",
              "Delete it, or put a service on it.",
              UnusedChecks::networks),
          new Rule(
              "unused-secret",
              WARNING,
              "It has no effect.",
              "Delete it, or grant it to a service.",
              UnusedChecks::secrets),
          new Rule(
              "unused-volume",
              WARNING,
              "It has no effect.",
              "Delete it, or mount it.",
              UnusedChecks::volumes));

  private Rules() {}
}
