package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Remove.Running;
import dev.jcompose.planner.PlanOptions.VolumeRemoval;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `rm`: containers that do not run are removed.
@Command(
    name = "rm",
    header = "Remove stopped containers",
    description = {
      "Networks and volumes stay; `down` removes them too. Anonymous volumes stay unless -v is",
      "given. Asks first, unless -f is given. Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose rm -f           remove all containers that do not run",
      "  jcompose rm -fsv web     stop web, and remove it with its anonymous volumes"
    })
final class RmCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-f", "--force"},
      description = "Do not ask.")
  boolean force;

  @Option(
      names = {"-s", "--stop"},
      description = "Stop containers that run, and remove them.")
  boolean stop;

  @Option(
      names = {"-v", "--volumes"},
      description = "Remove the containers' anonymous volumes, with their data.")
  boolean volumes;

  @Option(
      names = {"-a", "--all"},
      hidden = true)
  boolean all;

  RmCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    if (all) {
      applied.warn("--all has no effect");
    }
    var target = Target.of(applied, services.services());
    var options =
        new PlanOptions.Remove(
            services.services(),
            stop ? Running.STOPPED : Running.LEFT_ALONE,
            volumes ? VolumeRemoval.REMOVED : VolumeRemoval.KEPT,
            Optional.empty());
    try (var session = new Session(applied)) {
      var observed = session.observe(target);
      var plan = session.plan(session.project(target, observed), observed, options);
      var names =
          plan.steps().stream()
              .filter(step -> step.operation() instanceof Operation.RemoveContainer)
              .map(step -> step.operation().subject())
              .toList();
      if (names.isEmpty() && plan.problems().isEmpty()) {
        applied.tell("No stopped containers");
        return ExitCode.OK;
      }
      if (!names.isEmpty()) {
        applied.print("Going to remove " + String.join(", ", names));
      }
      var goesOn = force || names.isEmpty() || Questions.USER.isYes(applied, "Are you sure?");
      return goesOn ? Reconciliation.plain(session).run(target, options) : ExitCode.OK;
    }
  }
}
