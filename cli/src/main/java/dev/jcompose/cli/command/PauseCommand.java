package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `pause`: containers are frozen.
@Command(
    name = "pause",
    header = "Freeze containers",
    description = {
      "The processes of running containers are frozen where they are; `unpause` lets them go on.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose pause       freeze everything",
      "  jcompose pause web   freeze web"
    })
final class PauseCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  PauseCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      return Reconciliation.plain(session).run(target, new PlanOptions.Pause(services.services()));
    }
  }
}
