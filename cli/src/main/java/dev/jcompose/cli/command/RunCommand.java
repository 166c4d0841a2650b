package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.OneOffRun;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.AnonymousOnRecreate;
import dev.jcompose.planner.PlanOptions.Recreate;
import dev.jcompose.planner.PlanOptions.Until;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `run`: one container more of a service, for one command.
@Command(
    name = "run",
    header = "Run a command in a container of its own",
    description = {
      "Makes a new container of the service, with what it depends on running, and without its",
      "ports. The exit code is that of the command. Options stand before SERVICE; what follows is",
      "the command's. Without a command the service's own runs."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {"N:That of the command.", "1:The container could not be made or started."},
    footer = {
      "Examples:",
      "  jcompose run --rm web sh                        a shell in a container like web's",
      "  jcompose run --rm --no-deps web npm test        nothing else is started",
      "  jcompose run --rm -T db psql -h db < dump.sql   input from a file",
      "  jcompose run -d -p 8081:80 -e DEBUG=1 web       web once more, on another port"
    })
final class RunCommand implements Callable<Integer>, HandsOn {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ProcessFlags process = new ProcessFlags();
  @Mixin RunFlags flags = new RunFlags();
  @Mixin ImageFlags images = new ImageFlags();
  @Mixin OrphanFlag orphans = new OrphanFlag();

  @Parameters(
      paramLabel = "SERVICE [COMMAND] [ARGUMENT...]",
      arity = "0..*",
      hideParamSyntax = true,
      description = "What to run, and what of.")
  List<String> words = new ArrayList<>();

  RunCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (words.isEmpty()) {
      throw new CommandFailure("run needs a service");
    }
    flags.check();
    var applied = dryRun.applied(context);
    boolean dry = applied.options().mode() == GlobalOptions.Mode.DRY_RUN;
    var service = new ServiceName(words.getFirst());
    var oneOff = flags.oneOff(service, process.interactive, process.ownTerminal(context));
    var overlay =
        flags.overlay(
            service, words.subList(1, words.size()), process, applied.host().currentDirectory());
    var project = Loading.beforeEngine(applied).project(List.of(service), overlay);
    var options = new PlanOptions.Run(oneOff, dry ? Until.STARTED : Until.CREATED, around(applied));
    try (var session = new Session(applied)) {
      var reconciliation =
          new Reconciliation(
              session,
              Questions.USER,
              Reconciliation.runOptions(applied),
              dry ? drawing(applied) : drawing(applied).passingOver(oneOff.nameIn(project)));
      var target = new Target(project.name(), Optional.of(project));
      if (dry) {
        return reconciliation.run(target, options);
      }
      return new OneOffRun(session, project, oneOff)
          .run(
              () -> reconciliation.run(target, options),
              process.detach ? OneOffRun.Then.LEAVE : OneOffRun.Then.TALK);
    }
  }

  private PlanOptions.Up around(Context applied) {
    return new PlanOptions.Up(
        List.of(),
        flags.dependencies(),
        Recreate.DIVERGED,
        Recreate.DIVERGED,
        AnonymousOnRecreate.TAKEN_OVER,
        orphans.orphans(applied),
        images.images(),
        Until.STARTED,
        Optional.empty(),
        List.of());
  }

  private Drawing drawing(Context applied) {
    var usual = images.drawing(Drawing.of(applied)).hiding(List.of(Drawing.Detail.SUMMARY));
    return flags.quiet ? new Drawing(ProgressStyle.QUIET, usual.hidden()) : usual;
  }
}
