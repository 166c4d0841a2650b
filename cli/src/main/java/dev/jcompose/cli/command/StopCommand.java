package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `stop`: stop containers without removing them.
@Command(
    name = "stop",
    header = "Stop containers without removing them",
    description = {
      "Services stop before those they depend on. `start` starts the same containers again.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose stop             stop all services",
      "  jcompose stop -t 2 web    stop web, and kill it after two seconds"
    })
final class StopCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin TimeoutFlag timeout = new TimeoutFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  StopCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      var options = new PlanOptions.Stop(services.services(), timeout.timeout());
      return Reconciliation.plain(session).run(target, options);
    }
  }
}
