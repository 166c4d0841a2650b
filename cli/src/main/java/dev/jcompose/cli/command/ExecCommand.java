package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Talk;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.planner.ObservedContainer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `exec`: a command in a container that runs.
@Command(
    name = "exec",
    header = "Run a command in a running container",
    description = {
      "Its exit code is that of the command. Options stand before SERVICE; what follows is the",
      "command's. Without files, -p NAME says which project is meant."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {
      "N:That of the command.",
      "126:The command is no program that can be run.",
      "127:There is no such command."
    },
    footer = {
      "Examples:",
      "  jcompose exec web sh                         a shell",
      "  jcompose exec -T db psql -U app < dump.sql   input from a file",
      "  jcompose exec --index 2 -u root web id       as root in the second of web"
    })
final class ExecCommand implements Callable<Integer>, HandsOn {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();
  @Mixin ProcessFlags process = new ProcessFlags();

  @Option(names = "--privileged", description = "Give it all privileges.")
  boolean privileged;

  @Parameters(
      paramLabel = "SERVICE COMMAND [ARGUMENT...]",
      arity = "0..*",
      hideParamSyntax = true,
      description = "What to run, and where.")
  List<String> words = new ArrayList<>();

  ExecCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (words.size() < 2) {
      throw new CommandFailure("exec needs a service and a command");
    }
    return replica.find(context, words.getFirst(), Replicas.Among.RUNNING, this::exec);
  }

  private int exec(Session session, ObservedContainer container) throws InterruptedException {
    var access = session.engine().access();
    if (process.detach) {
      access.execDetached(container.id(), execution(Talk.Part.LISTENS));
      return ExitCode.OK;
    }
    var part = process.part(context);
    try (var dialogue = access.exec(container.id(), execution(part))) {
      return new Talk(context, dialogue).run(part);
    }
  }

  private Execution execution(Talk.Part part) {
    return new Execution(
        words.subList(1, words.size()),
        Optional.ofNullable(process.user),
        Optional.ofNullable(process.directory),
        process.environment(context),
        privileged,
        part != Talk.Part.LISTENS,
        part == Talk.Part.AT_THE_TERMINAL ? Optional.of(Talk.size(context)) : Optional.empty(),
        Optional.empty());
  }
}
