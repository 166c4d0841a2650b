package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `scale`: other numbers of replicas.
@Command(
    name = "scale",
    header = "Change how many replicas services have",
    description = {"Does what `up -d --scale` does for these services and what they depend on."},
    footer = {
      "Examples:",
      "  jcompose scale web=3 worker=2    run three of web and two of worker",
      "  jcompose scale --no-deps web=0   stop and remove all of web"
    })
final class ScaleCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();

  @Option(names = "--no-deps", description = "Leave services alone that the named ones need.")
  boolean noDeps;

  @Parameters(paramLabel = "SERVICE=N", arity = "0..*", description = "How many each gets.")
  List<String> scales = new ArrayList<>();

  ScaleCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    if (scales.isEmpty()) {
      throw new CommandFailure("scale needs at least one SERVICE=N");
    }
    for (String word : scales) {
      if (!word.matches("[^=]+=[0-9]{1,6}")) {
        throw new CommandFailure("invalid scale specifier: " + word + "; use SERVICE=N");
      }
    }
    var scale = new ScaleFlag();
    scale.scales = scales;
    var names = scale.services();
    var project = scale.applied(Loading.beforeEngine(applied).project(names));
    try (var session = new Session(applied)) {
      var options =
          PlanOptions.Up.DEFAULTS
              .withServices(names)
              .withDependencies(noDeps ? Dependencies.LEFT_ALONE : Dependencies.INCLUDED);
      return Reconciliation.plain(session)
          .run(new Target(project.name(), Optional.of(project)), options);
    }
  }
}
