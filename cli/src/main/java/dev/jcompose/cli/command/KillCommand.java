package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Orphans;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `kill`: a signal to the processes of containers.
@Command(
    name = "kill",
    header = "Send a signal to containers",
    description = {
      "Containers are not given time to end; one-off containers of the services get it as well.",
      "Their restart policies do not start them again. Without files, -p NAME says which project",
      "is meant."
    },
    footer = {
      "Examples:",
      "  jcompose kill                 end everything at once",
      "  jcompose kill -s HUP web      tell web to read its settings again"
    })
final class KillCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-s", "--signal"},
      paramLabel = "SIGNAL",
      description = "The signal, by name or number; SIGKILL if left out.")
  String signal = "SIGKILL";

  @Option(
      names = "--remove-orphans",
      description = "Send it to containers of services that are not in the files any more, too.")
  boolean orphans;

  KillCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      var options =
          new PlanOptions.Kill(
              services.services(), signal, orphans ? Orphans.REMOVED : Orphans.IGNORED);
      return Reconciliation.plain(session).orIfNothing("no container to kill").run(target, options);
    }
  }
}
