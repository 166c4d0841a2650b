package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.ExitWatch;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.ImageRemoval;
import dev.jcompose.planner.PlanOptions.Orphans;
import dev.jcompose.planner.PlanOptions.VolumeRemoval;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `wait`: until containers have ended.
@Command(
    name = "wait",
    header = "Wait until containers have ended",
    description = {
      "Waits for the running containers of the services, and says how each ended. The exit code is",
      "that of the last. Without files, -p NAME says which project is meant."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {"N:That of the container that ended last."},
    footer = {
      "Examples:",
      "  jcompose wait migrate && jcompose up -d web   start web when migrate has succeeded",
      "  jcompose wait tests --down-project            remove everything when the tests have ended"
    })
final class WaitCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Parameters(
      paramLabel = "SERVICE",
      arity = "0..*",
      hideParamSyntax = true,
      description = "The services whose containers are waited for; at least one.")
  List<String> names = new ArrayList<>();

  @Option(names = "--down-project", description = "Then remove the project, as `down` does.")
  boolean down;

  WaitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (names.isEmpty()) {
      throw new CommandFailure("wait needs at least one service");
    }
    var target = Target.of(context, services());
    try (var session = new Session(context)) {
      var code = awaitEnds(session, target);
      if (down) {
        var removal =
            new PlanOptions.Down(
                List.of(),
                Orphans.REPORTED,
                VolumeRemoval.KEPT,
                ImageRemoval.NONE,
                Optional.empty());
        var downCode = Reconciliation.plain(session).run(target, removal);
        return downCode == ExitCode.OK ? code : downCode;
      }
      return code;
    }
  }

  private List<ServiceName> services() {
    return names.stream().distinct().map(ServiceName::new).toList();
  }

  private int awaitEnds(Session session, Target target) throws InterruptedException {
    var running =
        session.engine().containers(target.name()).stream()
            .filter(container -> container.status().isUp())
            .filter(container -> container.service().filter(services()::contains).isPresent())
            .map(ObservedContainer::id)
            .toList();
    if (running.isEmpty()) {
      throw new CommandFailure("no containers for project \"" + target.name() + "\"");
    }
    var printer =
        new ExitWatch.Listener() {
          @Override
          public void ended(ExitWatch.Exit exit) {
            print(exit);
          }
        };
    try (var watch =
        ExitWatch.open(
            session.engine(),
            target.name(),
            container -> running.contains(container.id()),
            printer)) {
      var ends = new ArrayList<>(watch.awaitEnd());
      for (ContainerId id : running) {
        if (ends.stream().noneMatch(end -> end.container().id().equals(id))) {
          ends.addFirst(endedBefore(session, id));
        }
      }
      return ends.getLast().exitCode();
    }
  }

  /// How a container ended that has ended before the watch was open.
  private ExitWatch.Exit endedBefore(Session session, ContainerId id) throws InterruptedException {
    var container = session.engine().container(id);
    if (container.isEmpty()) {
      throw new CommandFailure("container " + id.brief() + " was removed while it was waited for");
    }
    var exit = new ExitWatch.Exit(container.get(), container.get().status().exitCode().orElse(0));
    print(exit);
    return exit;
  }

  private void print(ExitWatch.Exit exit) {
    context.print(
        "container \"%s\" exited with status code %d"
            .formatted(exit.container().id().value(), exit.exitCode()));
  }
}
