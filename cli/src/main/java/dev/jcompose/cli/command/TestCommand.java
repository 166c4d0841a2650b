package dev.jcompose.cli.command;

import dev.jcompose.cli.job.TestRun;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Until;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `test`: the project is there for one command.
@Command(
    name = "test",
    header = "Start the project for one command, and remove it",
    description = {
      "Starts services, waits until all is well, runs a command of this machine, and removes the",
      "project with its volumes, whatever happens. The command finds published ports in its",
      "variables: WEB_HOST and WEB_PORT_80 for port 80 of web. JCOMPOSE_ADDRESSES names a file in JSON",
      "with all of them. What is there of the project already is not touched: then nothing is run.",
      "Options stand before COMMAND."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {
      "N:That of the command; 126 when it cannot be run, 127 when it is not there.",
      "1:The project could not be started, or not be removed after a command that ended with 0.",
      "124:Time was up."
    },
    footer = {
      "Examples:",
      "  jcompose test -- mvn verify                                  all services for a build",
      "  jcompose test --services web,db -- ./check                   only these and what they need",
      "  jcompose test --logs failure --timeout 600 -- make           keep what tells of a failure",
      "  jcompose test -- sh -c 'curl http://$WEB_HOST:$WEB_PORT_80'   a line for a shell",
      "  jcompose -p job-7 test -- make                               one of several on one engine"
    })
final class TestCommand implements Callable<Integer>, HandsOn {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ImageFlags images = new ImageFlags();

  @Option(
      names = "--services",
      paramLabel = "SERVICES",
      description =
          "Start only these and what they need; several: with commas, or given several times.")
  List<String> services = new ArrayList<>();

  @Option(
      names = "--logs",
      paramLabel = "DIRECTORY",
      description = "Where to save logs, states, inspections and the plan when it fails.")
  @Nullable Path logs;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      description = "End the command and fail after that time, that of the start included.")
  @Nullable Integer seconds;

  @Parameters(
      paramLabel = "COMMAND [ARGUMENT...]",
      arity = "0..*",
      hideParamSyntax = true,
      description = "What to run.")
  List<String> words = new ArrayList<>();

  TestCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (words.isEmpty()) {
      throw new CommandFailure("test needs a command: jcompose test -- COMMAND");
    }
    if (seconds != null && seconds < 1) {
      throw new CommandFailure("--timeout must be a positive number of seconds");
    }
    var applied = dryRun.applied(context);
    var names =
        services.stream()
            .flatMap(word -> Stream.of(word.split(",", -1)))
            .distinct()
            .map(ServiceName::new)
            .toList();
    var project = Loading.beforeEngine(applied).project(names);
    var up = up(names);
    var drawing = images.drawing(TestRun.lineByLine(Drawing.of(applied)));
    try (var session = new Session(applied)) {
      var target = new Target(project.name(), Optional.of(project));
      if (applied.options().mode() == GlobalOptions.Mode.DRY_RUN) {
        return new Reconciliation(
                session, Questions.NO, Reconciliation.runOptions(applied), drawing)
            .run(target, up);
      }
      var limit = Optional.ofNullable(seconds).map(Duration::ofSeconds);
      var settings =
          new TestRun.Settings(up, drawing, limit, words, report(session, project, target, up));
      return new TestRun(session, project, settings).run();
    }
  }

  private PlanOptions.Up up(List<ServiceName> names) {
    var usual = PlanOptions.Up.DEFAULTS;
    return new PlanOptions.Up(
        names,
        usual.dependencies(),
        usual.recreate(),
        usual.recreateDependencies(),
        usual.anonymousVolumes(),
        usual.orphans(),
        images.images(),
        Until.READY,
        usual.stopTimeout(),
        List.of());
  }

  /// The plan is made now: later it would be another one.
  private TestRun.Report report(
      Session session, Project project, Target target, PlanOptions.Up options)
      throws InterruptedException {
    if (logs == null) {
      return () -> {};
    }
    Plan plan = session.plan(project, session.observe(target), options);
    return new TestReport(session, project, plan, context.host().currentDirectory().resolve(logs));
  }
}
