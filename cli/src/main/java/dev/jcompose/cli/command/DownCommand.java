package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.ImageRemoval;
import dev.jcompose.planner.PlanOptions.VolumeRemoval;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `down`: nothing of the project is left but its data.
@Command(
    name = "down",
    header = "Stop and remove containers and networks",
    description = {
      "Volumes stay unless -v is given, images unless --rmi is. What is external is never touched.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose down             remove containers and networks",
      "  jcompose down -v          remove the data as well",
      "  jcompose -p shop down     remove project shop, wherever its files are"
    })
final class DownCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin TimeoutFlag timeout = new TimeoutFlag();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin OrphanFlag orphans = new OrphanFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-v", "--volumes"},
      description = "Remove the project's named volumes and anonymous volumes, with their data.")
  boolean volumes;

  @Option(names = "--volume", hidden = true)
  boolean oldVolumes;

  @Option(
      names = "--rmi",
      paramLabel = "WHICH",
      description = "Remove images: all, or local: those without a name of your own.")
  @Nullable String images;

  DownCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    if (oldVolumes) {
      applied.warn("--volume is an old spelling of --volumes");
    }
    var images = imageRemoval();
    var target = Target.of(applied, services.services());
    try (var session = new Session(applied)) {
      var options =
          new PlanOptions.Down(
              services.services(),
              orphans.orphans(applied),
              volumes || oldVolumes ? VolumeRemoval.REMOVED : VolumeRemoval.KEPT,
              images,
              timeout.timeout());
      return new Reconciliation(
              session,
              yes.questions(applied),
              Reconciliation.runOptions(applied),
              Drawing.of(applied))
          .run(target, options);
    }
  }

  private ImageRemoval imageRemoval() {
    return switch (images) {
      case null -> ImageRemoval.NONE;
      case "local" -> ImageRemoval.LOCAL;
      case "all" -> ImageRemoval.ALL;
      default ->
          throw new CommandFailure("invalid value for --rmi: \"" + images + "\"; use local or all");
    };
  }
}
