package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Attachment;
import dev.jcompose.cli.project.Attachment.AbortOn;
import dev.jcompose.cli.project.Attachment.LogForm.Times;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// What `up` shows in the foreground, and when it ends.
final class AttachFlags {
  @Option(
      names = "--abort-on-container-exit",
      description = "Stop everything when a container ends; its exit code is ours.")
  boolean abortOnExit;

  @Option(
      names = "--abort-on-container-failure",
      description = "Stop everything when a container ends with another exit code than 0.")
  boolean abortOnFailure;

  @Option(
      names = "--exit-code-from",
      paramLabel = "SERVICE",
      description = "Our exit code is this service's; implies --abort-on-container-exit.")
  @Nullable String exitCodeFrom;

  @Option(
      names = "--attach",
      paramLabel = "SERVICE",
      description = "Show the logs of this service only; may be given several times.")
  List<String> only = new ArrayList<>();

  @Option(
      names = "--no-attach",
      paramLabel = "SERVICE",
      description = "Do not show the logs of this service; may be given several times.")
  List<String> not = new ArrayList<>();

  @Option(
      names = "--attach-dependencies",
      description = "Show the logs of what the named services depend on as well.")
  boolean dependencies;

  @Option(names = "--timestamps", description = "Show when each log line was written.")
  boolean timestamps;

  @Option(
      names = {"-w", "--watch"},
      description = "Keep the containers up with files that change, as `watch` does.")
  boolean watch;

  @Option(
      names = "--menu",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = {
        "Show a line of keys at a terminal: detach, watch, quit. On by default;",
        "COMPOSE_MENU=false turns it off."
      })
  @Nullable Boolean menu;

  void check(boolean detach, boolean wait) {
    boolean attaches = !only.isEmpty() || dependencies || watch;
    boolean aborts = abortOnExit || abortOnFailure || exitCodeFrom != null;
    if (wait && (attaches || aborts)) {
      throw new CommandFailure(
          "--wait cannot be combined with --abort-on-container-exit, --abort-on-container-failure,"
              + " --attach, --attach-dependencies or --watch");
    }
    if (detach && (attaches || aborts)) {
      throw new CommandFailure(
          "--detach cannot be combined with --abort-on-container-exit,"
              + " --abort-on-container-failure, --attach, --attach-dependencies or --watch");
    }
    if (!only.isEmpty() && dependencies) {
      throw new CommandFailure("--attach cannot be combined with --attach-dependencies");
    }
    if (abortOnExit && abortOnFailure) {
      throw new CommandFailure(
          "--abort-on-container-failure cannot be combined with --abort-on-container-exit");
    }
  }

  /// Whether keys are heard, if there is a terminal.
  boolean wantsMenu(Context context) {
    if (menu != null) {
      return menu;
    }
    var variable = context.host().environment().getOrDefault("COMPOSE_MENU", "true");
    return !List.of("false", "0", "f", "F", "FALSE", "False").contains(variable);
  }

  Attachment attachment(
      Project project, List<ServiceName> named, PlanOptions.Up options, LogFlags logs) {
    var code = Optional.ofNullable(exitCodeFrom).map(ServiceName::new);
    code.ifPresent(service -> checkKnown(project, service));
    var roots = named.isEmpty() ? project.services().keySet() : named;
    var watched =
        options.dependencies() == PlanOptions.Dependencies.INCLUDED
            ? withDependencies(project, roots)
            : Ordered.set(roots);
    var shown = shown(project, dependencies ? watched : roots);
    return new Attachment(
        watched,
        named.isEmpty() ? shown : Ordered.set(named),
        shown,
        abortOn(),
        code,
        logs.form(timestamps ? Times.SHOWN : Times.HIDDEN));
  }

  private AbortOn abortOn() {
    return abortOnFailure
        ? AbortOn.FAILURE
        : abortOnExit || exitCodeFrom != null ? AbortOn.EXIT : AbortOn.NONE;
  }

  private SequencedSet<ServiceName> shown(Project project, Collection<ServiceName> all) {
    only.forEach(name -> checkKnown(project, new ServiceName(name)));
    not.forEach(name -> checkKnown(project, new ServiceName(name)));
    var shown = new LinkedHashSet<ServiceName>();
    for (ServiceName name : all) {
      boolean wanted =
          only.isEmpty()
              ? project.service(name).flatMap(service -> service.lifecycle().attach()).orElse(true)
              : only.contains(name.value());
      if (wanted && !not.contains(name.value())) {
        shown.add(name);
      }
    }
    return Ordered.set(shown);
  }

  private static void checkKnown(Project project, ServiceName name) {
    if (project.service(name).isEmpty()) {
      throw new CommandFailure("no such service: " + name);
    }
  }

  private static SequencedSet<ServiceName> withDependencies(
      Project project, Collection<ServiceName> roots) {
    var all = new LinkedHashSet<ServiceName>();
    var open = new ArrayDeque<>(roots);
    while (!open.isEmpty()) {
      var name = open.removeFirst();
      if (all.add(name)) {
        project
            .service(name)
            .map(Service::lifecycle)
            .ifPresent(lifecycle -> open.addAll(lifecycle.dependsOn().keySet()));
      }
    }
    return Ordered.set(all);
  }
}
