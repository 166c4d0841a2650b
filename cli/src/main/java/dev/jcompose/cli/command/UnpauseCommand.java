package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `unpause`: frozen containers go on.
@Command(
    name = "unpause",
    header = "Let frozen containers go on",
    description = {
      "The processes of containers that `pause` has frozen go on.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose unpause       let everything go on",
      "  jcompose unpause web   let web go on"
    })
final class UnpauseCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  UnpauseCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      return Reconciliation.plain(session)
          .run(target, new PlanOptions.Unpause(services.services()));
    }
  }
}
