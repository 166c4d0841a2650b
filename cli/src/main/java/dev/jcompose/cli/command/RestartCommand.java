package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `restart`: stop containers and start them again.
@Command(
    name = "restart",
    header = "Stop containers and start them again",
    description = {
      "Changes of the files are not taken over: `up` does that. Services that depend on a",
      "restarted one with `restart: true` are restarted after it, unless --no-deps is given.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose restart                 restart everything, dependencies first",
      "  jcompose restart -t 2 web        restart web, and kill it if it takes longer than 2 seconds",
      "  jcompose restart --no-deps web   restart web and nothing that depends on it"
    })
final class RestartCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin TimeoutFlag timeout = new TimeoutFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(names = "--no-deps", description = "Do not restart services that depend on these.")
  boolean noDeps;

  RestartCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      var options =
          new PlanOptions.Restart(
              services.services(),
              noDeps ? Dependencies.LEFT_ALONE : Dependencies.INCLUDED,
              timeout.timeout());
      return Reconciliation.plain(session).run(target, options);
    }
  }
}
