package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `push`: images are sent to their registries.
@Command(
    name = "push",
    header = "Send images to their registries",
    description = {
      "Sends the images of services that have both a `build` section and an `image`, with all their",
      "tags. They must have been built. Whom you are at a registry is what `docker login` has noted."
    },
    footer = {
      "Examples:",
      "  jcompose build && jcompose push    build all, then push all",
      "  jcompose push web                  push the image of web"
    })
final class PushCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();
  @Mixin RegistryFlags flags = new RegistryFlags();

  @Option(
      names = "--ignore-push-failures",
      description = "Send what can be sent; what cannot is no failure.")
  boolean ignoreFailures;

  PushCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var project =
        Loading.beforeEngine(applied).project(services.services(), LoadSwitches.NO_NEW_CONTAINERS);
    var options =
        new PlanOptions.PushImages(
            services.services(), flags.reach(), RegistryFlags.onFailure(ignoreFailures));
    return flags.carryOut(applied, project, options, " Nothing pushed.");
  }
}
