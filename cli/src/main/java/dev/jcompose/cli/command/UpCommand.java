package dev.jcompose.cli.command;

import dev.jcompose.cli.project.AttachedUp;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.PlanFile;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.project.WatchRun;
import dev.jcompose.cli.text.Footer;
import dev.jcompose.planner.PlanOptions.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `up`: the engine matches the files.
@Command(
    name = "up",
    header = "Create and start containers",
    description = {
      "Makes the engine match the files: what is missing is made, what has changed is replaced,",
      "what is as it should be is left alone. `plan` shows beforehand what will be done and why.",
      "Without -d the logs are shown until all containers have ended; with services named, or chosen by",
      "--attach, until theirs have. Ctrl-C stops all of them, a second Ctrl-C kills them."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {
      "N:That of a container: with --abort-on-container-exit of the one that ended first, with --exit-code-from of that service."
    },
    footer = {
      "Examples:",
      "  jcompose up -d                  start everything in the background",
      "  jcompose up --wait              return when everything is healthy",
      "  jcompose up -d --build web      build and start web and what it depends on",
      "  jcompose up -d --scale web=3    run three replicas of web",
      "  jcompose up --watch             keep up with files that change",
      "  jcompose up --dry-run           only show what would be done"
    })
final class UpCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ChangeFlags change = new ChangeFlags();
  @Mixin ScaleFlag scale = new ScaleFlag();
  @Mixin WaitFlags waits = new WaitFlags();
  @Mixin TimeoutFlag timeout = new TimeoutFlag();
  @Mixin YesFlag yes = new YesFlag();
  @Mixin AttachFlags attach = new AttachFlags();
  @Mixin LogFlags logs = new LogFlags();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-d", "--detach"},
      description = "Start containers in the background.")
  boolean detach;

  @Option(names = "--no-start", description = "Make containers, and do not start them.")
  boolean noStart;

  @Option(
      names = "--plan",
      paramLabel = "FILE",
      description = "Carry out what `plan --out FILE` wrote; refuse if it does not hold any more.")
  @Nullable Path plan;

  UpCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var plain = dryRun.applied(context);
    var footer =
        attach.wantsMenu(plain) && plain.isInteractive()
            ? Optional.of(new Footer(plain.host().streams().out()))
            : Optional.<Footer>empty();
    var applied = footer.map(plain::above).orElse(plain);
    boolean background = detach || waits.wait || noStart;
    attach.check(detach, waits.wait);
    if (attach.watch && change.images.noBuild) {
      throw new CommandFailure("--no-build and --watch are incompatible");
    }
    var options =
        change.options(
            applied,
            services.services(),
            noStart ? Until.CREATED : waits.until(Until.STARTED),
            timeout.timeout());
    var project = scale.applied(Loading.beforeEngine(applied).project(services.services()));
    if (project.services().isEmpty()) {
      throw new CommandFailure("no service selected");
    }
    var target = new Target(project.name(), Optional.of(project));
    try (var session = new Session(applied)) {
      var reconciliation =
          new Reconciliation(
              session,
              yes.questions(applied),
              waits.limited(Reconciliation.runOptions(applied)),
              change.images.drawing(
                  background
                      ? Drawing.of(applied)
                      : Drawing.of(applied).hiding(List.of(Drawing.Detail.SUMMARY))));
      if (plan != null) {
        var file = applied.host().currentDirectory().resolve(plan);
        reconciliation.checking(PlanFile.read(file));
      }
      if (background || applied.options().mode() == GlobalOptions.Mode.DRY_RUN) {
        return reconciliation.run(target, options);
      }
      var attachment = attach.attachment(project, services.services(), options, logs);
      var up =
          new AttachedUp(session, target, attachment, timeout.timeout())
              .withMenu(footer)
              .watchable(services.services());
      if (attach.watch) {
        up.watching(WatchRun.of(session, project, services.services(), WatchRun.Options.USUAL));
      }
      return up.run(reconciliation, options);
    }
  }
}
