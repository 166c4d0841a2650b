package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.PullImages.Buildable;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `pull`: images are fetched, and nothing else.
@Command(
    name = "pull",
    header = "Fetch images from their registries",
    description = {
      "Each image is fetched once, several side by side; one that cannot be fetched keeps no other",
      "from it. Running containers are left alone: `up` replaces those whose image has changed.",
      "Images that are only built here are not asked for."
    },
    footer = {
      "Examples:",
      "  jcompose pull                      fetch all images again",
      "  jcompose pull --policy missing     fetch those that are not there",
      "  jcompose pull --include-deps web   fetch the image of web and of all that it depends on"
    })
final class PullCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();
  @Mixin RegistryFlags flags = new RegistryFlags();

  @Option(
      names = "--policy",
      paramLabel = "WHEN",
      description =
          "Which images: always: all, missing: those that are not there. Left out: all but those whose `pull_policy` is never, build, or missing and they are there.")
  @Nullable String policy;

  @Option(
      names = "--ignore-pull-failures",
      description = "Fetch what can be fetched; what cannot is no failure.")
  boolean ignoreFailures;

  @Option(names = "--ignore-buildable", description = "Leave out services that can be built.")
  boolean ignoreBuildable;

  @Option(
      names = {"--parallel", "--no-parallel"},
      hidden = true)
  boolean ignored;

  PullCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    if (ignored) {
      applied.warn("--parallel and --no-parallel have no effect: images are fetched side by side");
    }
    var project =
        Loading.beforeEngine(applied).project(services.services(), LoadSwitches.NO_NEW_CONTAINERS);
    var options =
        new PlanOptions.PullImages(
            services.services(),
            flags.reach(),
            Optional.ofNullable(policy).flatMap(word -> ImageFlags.policy("--policy", word)),
            ignoreBuildable ? Buildable.LEFT_OUT : Buildable.FETCHED,
            RegistryFlags.onFailure(ignoreFailures));
    return flags.carryOut(applied, project, options, " Nothing fetched.");
  }
}
