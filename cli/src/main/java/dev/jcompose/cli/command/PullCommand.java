package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Images;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `pull`: images are fetched, and nothing else.
@Command(
    name = "pull",
    header = "Fetch images from their registries",
    description = {
      "Running containers are left alone: `up` replaces those whose image has changed. Images that",
      "are only built here are not asked for."
    },
    footer = {
      "Examples:",
      "  jcompose pull                      fetch all images again",
      "  jcompose pull --policy missing     fetch those that are not there"
    })
final class PullCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show nothing but failures.")
  boolean quiet;

  @Option(
      names = "--policy",
      paramLabel = "WHEN",
      defaultValue = "always",
      description = "Which images: always: all, missing: those that are not there.")
  String policy = "always";

  @Option(
      names = "--include-deps",
      description = "Fetch what the named services depend on as well.")
  boolean dependencies;

  @Option(names = "--ignore-buildable", description = "Leave out services that can be built.")
  boolean ignoreBuildable;

  PullCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var project =
        pulled(new Loading(applied).project(services.services(), LoadSwitches.NO_NEW_CONTAINERS));
    var named = services.services().stream().filter(project.services()::containsKey).toList();
    if (named.isEmpty() && !services.services().isEmpty()) {
      applied.warn("the named services are built here; there is nothing to fetch");
      return ExitCode.OK;
    }
    var options =
        new PlanOptions.OnlyImages(
            named,
            dependencies ? Dependencies.INCLUDED : Dependencies.LEFT_ALONE,
            new Images(Images.When.NEVER, Optional.of(pullPolicy())));
    var drawing =
        quiet ? new Drawing(ProgressStyle.QUIET, Ordered.set(List.of())) : Drawing.of(applied);
    try (var session = new Session(applied)) {
      return new Reconciliation(session, Questions.NO, Reconciliation.runOptions(applied), drawing)
          .run(new Target(project.name(), Optional.of(project)), options);
    }
  }

  private PullPolicy pullPolicy() {
    return switch (policy) {
      case "always" -> new PullPolicy.Always();
      case "missing" -> new PullPolicy.Missing();
      default ->
          throw new CommandFailure("invalid --policy \"" + policy + "\": use always or missing");
    };
  }

  /// The project without services that no registry has an image of.
  private Project pulled(Project project) {
    SequencedMap<ServiceName, Service> kept = new TreeMap<>();
    project
        .services()
        .forEach((name, service) -> {
          boolean onlyBuilt = service.image().isEmpty();
          if (!onlyBuilt && !(ignoreBuildable && service.build().isPresent())) {
            kept.put(name, service);
          }
        });
    return project.withServices(kept);
  }
}
