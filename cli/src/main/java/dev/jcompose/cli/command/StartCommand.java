package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Until;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `start`: start existing containers.
@Command(
    name = "start",
    header = "Start existing containers",
    description = {
      "Dependencies are started first and waited for. Containers that do not exist yet are made",
      "by `up` or `create`. Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose start            start all services",
      "  jcompose start --wait     return when they are healthy"
    })
final class StartCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();
  @Mixin WaitFlags waits = new WaitFlags();

  StartCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      if (target.files().isEmpty() && session.engine().containers(target.name()).isEmpty()) {
        throw new CommandFailure("no container found for project \"" + target.name() + "\"");
      }
      var options = new PlanOptions.Start(services.services(), waits.until(Until.STARTED));
      return new Reconciliation(
              session,
              Questions.NO,
              waits.limited(Reconciliation.runOptions(applied)),
              Drawing.of(applied))
          .run(target, options);
    }
  }
}
