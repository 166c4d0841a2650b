package dev.jcompose.planner;

import dev.jcompose.model.Deploy;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Lifecycle;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.Optional;

/// A container that `run` makes of a service, beside its replicas.
///
/// @param name what it is called; left out: `PROJECT-SERVICE-run-` and the beginning of the slug
/// @param slug 64 hexadecimal digits that no other one-off has
/// @param takesInput whether its standard input is open; it ends when the first who writes to it
///   has gone
/// @param terminal whether it has one
/// @param removed whether the engine removes it when it has ended, with its anonymous volumes
/// @param aliases whether it answers to the names of its service on networks
public record OneOff(
    ServiceName service,
    Optional<String> name,
    String slug,
    boolean takesInput,
    boolean terminal,
    boolean removed,
    boolean aliases) {
  private static final int BRIEF = 12;

  /// What the container is called in that project.
  public String nameIn(Project project) {
    return name.orElseGet(() ->
        project.name()
            + "-"
            + service
            + "-run-"
            + slug.substring(0, Math.min(BRIEF, slug.length())));
  }

  /// What it is made from: the service without what is for replicas only.
  Service made(Service of, Project project) {
    var made =
        of.withExecution(execution(of.execution()))
            .withLifecycle(lifecycle(of.lifecycle(), nameIn(project)));
    return of.deploy().map(OneOff::deploy).map(made::withDeploy).orElse(made);
  }

  private Execution execution(Execution own) {
    return new Execution(
        own.command(),
        own.entrypoint(),
        own.environment(),
        own.envFiles(),
        own.workingDir(),
        own.user(),
        terminal,
        takesInput,
        own.init(),
        own.models());
  }

  private static Lifecycle lifecycle(Lifecycle own, String name) {
    return new Lifecycle(
        Optional.of(name),
        Optional.of(1),
        own.profiles(),
        own.dependsOn(),
        own.healthcheck(),
        Optional.empty(),
        own.stopping(),
        own.hooks(),
        own.pullPolicy(),
        own.attach(),
        own.provider());
  }

  private static Deploy deploy(Deploy own) {
    return new Deploy(
        own.mode(),
        own.replicas(),
        own.endpointMode(),
        own.labels(),
        own.resources(),
        Optional.empty(),
        own.placement(),
        own.update(),
        own.rollback(),
        own.extensions());
  }
}
