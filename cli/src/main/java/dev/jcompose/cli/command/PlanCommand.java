package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.PlanFile;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.planner.PlanOptions.Until;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `plan`: what `up` would do, and why.
@Command(
    name = "plan",
    header = "Show what up would do, and why",
    description = {
      "Looks at the engine and changes nothing. Each step has a number, what it is about, what is",
      "done, why, and the steps that it comes after; steps that do not wait for each other run",
      "side by side. Takes the flags of `up` that change what is done."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {
      "1:`up` would refuse to begin.",
      "2:With --detailed-exitcode: there is something to do, or to answer."
    },
    footer = {
      "Examples:",
      "  jcompose plan                                            what `up -d` would do",
      "  jcompose plan --scale web=3                              what another number would change",
      "  jcompose plan --format json                              for programs",
      "  jcompose plan --detailed-exitcode                        2 if there is something to do",
      "  jcompose plan --out next && jcompose up -d --plan next   do what was shown, and nothing else"
    })
final class PlanCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ChangeFlags change = new ChangeFlags();
  @Mixin ScaleFlag scale = new ScaleFlag();
  @Mixin TimeoutFlag timeout = new TimeoutFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(names = "--wait", description = "With the waits of `up --wait`.")
  boolean wait;

  @Option(
      names = "--detailed-exitcode",
      description = "Exit with 2 when there is something to do, 0 when not, 1 on an error.")
  boolean detailedExitCode;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Write the plan to a file for `up --plan`, too.")
  @Nullable Path out;

  @Option(names = "--format", paramLabel = "FORM", description = "text or json.")
  String format = "text";

  PlanCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (!List.of("text", "json").contains(format)) {
      throw new CommandFailure("unsupported format \"" + format + "\": use text or json");
    }
    var project = scale.applied(Loading.beforeEngine(context).project(services.services()));
    try (var session = new Session(context)) {
      var observed = session.observe(new Target(project.name(), Optional.of(project)));
      var options =
          change.options(
              context, services.services(), wait ? Until.READY : Until.STARTED, timeout.timeout());
      var first = session.plan(project, observed, options);
      var agreed = Questions.implied(context, first.questions());
      var plan = session.plan(project, observed, options.withAgreed(agreed));
      context
          .host()
          .streams()
          .out()
          .print(format.equals("json") ? PlanText.json(project, plan) : PlanText.of(project, plan));
      if (!plan.problems().isEmpty()) {
        return ExitCode.FAILED;
      }
      if (out != null) {
        PlanFile.of(project, observed, plan).write(context.host().currentDirectory().resolve(out));
      }
      var changes = !plan.isEmpty() || !plan.questions().isEmpty();
      return detailedExitCode && changes ? ExitCode.CHANGES : ExitCode.OK;
    }
  }
}
