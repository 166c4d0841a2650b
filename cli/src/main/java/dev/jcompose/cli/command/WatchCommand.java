package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.project.WatchRun;
import dev.jcompose.model.Project;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Recreate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `watch`: containers follow the files they are made of.
@Command(
    name = "watch",
    header = "Keep containers up with files that change",
    description = {
      "Starts the services, and then watches the paths of `develop.watch` until Ctrl-C: changed files",
      "are copied into the containers, services are rebuilt or restarted, as each rule says. What",
      "`ignore`, the .dockerignore of the build context, git and editors leave out is not looked at.",
      "`up --watch` does it while the logs are shown."
    },
    footer = {
      "Examples:",
      "  jcompose watch                 start and watch all that have rules",
      "  jcompose watch --no-up web     only watch, and only web",
      "  jcompose watch --dry-run       show what would be watched"
    })
final class WatchCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(names = "--no-up", description = "Do not start the services first.")
  boolean noUp;

  @Option(
      names = "--prune",
      arity = "0..1",
      paramLabel = "true|false",
      fallbackValue = "true",
      description = "Remove images that a rebuild has replaced. On if left out.")
  boolean prune = true;

  @Option(names = "--no-prune", description = "Keep images that a rebuild has replaced.")
  boolean noPrune;

  @Option(names = "--quiet", description = "Do not show what builds say.")
  boolean quiet;

  WatchCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    var project =
        WatchRun.buildingAlways(Loading.beforeEngine(applied).project(services.services()));
    var options = new WatchRun.Options(prune && !noPrune, quiet);
    try (var session = new Session(applied)) {
      var watch = WatchRun.of(session, project, services.services(), options);
      int code = noUp ? ExitCode.OK : up(session, project);
      if (code != ExitCode.OK) {
        return code;
      }
      if (applied.options().mode() == GlobalOptions.Mode.DRY_RUN) {
        watch.describe();
        return ExitCode.OK;
      }
      watch.run(WatchRun.Audience.plain(applied));
      return ExitCode.INTERRUPTED;
    }
  }

  private int up(Session session, Project project) throws InterruptedException {
    var usual = PlanOptions.Up.DEFAULTS;
    var up =
        new PlanOptions.Up(
            services.services(),
            usual.dependencies(),
            Recreate.DIVERGED,
            Recreate.NEVER,
            usual.anonymousVolumes(),
            usual.orphans(),
            usual.images(),
            usual.until(),
            Optional.empty(),
            List.of());
    var drawing = Drawing.of(session.context());
    return new Reconciliation(
            session,
            Questions.USER,
            Reconciliation.runOptions(session.context()),
            quiet ? drawing.hiding(List.of(Drawing.Detail.BUILDS, Drawing.Detail.PULLS)) : drawing)
        .run(new Target(project.name(), Optional.of(project)), up);
  }
}
