package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.BuildOptions;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Images;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `build`: images are built, and nothing else.
@Command(
    name = "build",
    header = "Build or rebuild images",
    description = {
      "Builds the services that have a `build` section. Running containers are left alone: `up`",
      "replaces those whose image has changed."
    },
    footer = {
      "Examples:",
      "  jcompose build                             build all",
      "  jcompose build --no-cache web              build web from nothing",
      "  jcompose build --build-arg VERSION=2 web   with another build argument"
    })
final class BuildCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = "--build-arg",
      paramLabel = "NAME=VALUE",
      description = "Set a build argument; without a value it is taken from the environment.")
  List<String> arguments = new ArrayList<>();

  @Option(names = "--no-cache", description = "Use no layer of an earlier build.")
  boolean noCache;

  @Option(names = "--pull", description = "Fetch base images again.")
  boolean pull;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show nothing but failures.")
  boolean quiet;

  @Option(
      names = "--with-dependencies",
      description = "Build what the named services depend on as well.")
  boolean dependencies;

  BuildCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var project = new Loading(applied).project(services.services(), LoadSwitches.NO_NEW_CONTAINERS);
    var options =
        new PlanOptions.OnlyImages(
            services.services(),
            dependencies ? Dependencies.INCLUDED : Dependencies.LEFT_ALONE,
            new Images(Images.When.ALWAYS, Optional.of(new PullPolicy.Never())));
    var run =
        Reconciliation.runOptions(applied)
            .withBuild(new BuildOptions(noCache, pull, buildArguments()));
    var drawing =
        quiet ? new Drawing(ProgressStyle.QUIET, Ordered.set(List.of())) : Drawing.of(applied);
    try (var session = new Session(applied)) {
      return new Reconciliation(session, Questions.NO, run, drawing)
          .run(new Target(project.name(), Optional.of(project)), options);
    }
  }

  private SequencedMap<String, String> buildArguments() {
    var given = new LinkedHashMap<String, String>();
    for (String argument : arguments) {
      var parts = argument.split("=", 2);
      var value = parts.length == 2 ? parts[1] : context.host().environment().get(parts[0]);
      if (value != null) {
        given.put(parts[0], value);
      }
    }
    return given;
  }
}
