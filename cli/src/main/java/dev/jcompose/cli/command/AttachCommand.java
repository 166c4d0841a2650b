package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.SignalsOn;
import dev.jcompose.cli.project.Talk;
import dev.jcompose.planner.ObservedContainer;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `attach`: the terminal is connected with the process of a container.
@Command(
    name = "attach",
    header = "Connect the terminal with a container's process",
    description = {
      "Ctrl-P Ctrl-Q leaves the process to itself; Ctrl-C ends it. The exit code is that of the",
      "process. Without files, -p NAME says which project is meant."
    },
    exitCodeListHeading = HelpFlag.EXIT_CODES,
    exitCodeList = {"N:That of the process."},
    footer = {
      "Examples:",
      "  jcompose attach web                        talk to the process of web",
      "  jcompose attach --no-stdin --index 2 web   only listen to the second of web"
    })
final class AttachCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();

  @Option(
      names = "--detach-keys",
      paramLabel = "KEYS",
      description = "The keys that leave the process to itself: ctrl-x, or ctrl-x,d.")
  @Nullable String detachKeys;

  @Option(names = "--no-stdin", description = "Only listen.")
  boolean noInput;

  @Option(
      names = "--sig-proxy",
      arity = "0..1",
      paramLabel = "BOOL",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Send signals that arrive here to the process; on by default.")
  boolean signals = true;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  String service = "";

  AttachCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    return replica.find(context, service, Replicas.Among.RUNNING, this::attach);
  }

  private int attach(Session session, ObservedContainer container) throws InterruptedException {
    if (!container.status().isRunning()) {
      throw new CommandFailure(
          container.name() + " is " + container.status().state().word() + "; it must run");
    }
    var engine = session.engine();
    try (var dialogue =
            engine.access().attach(container.id(), !noInput, Optional.ofNullable(detachKeys));
        var _ = signals ? SignalsOn.to(context, engine, container.id()) : SignalsOn.NOWHERE) {
      boolean keys = !noInput && dialogue.hasTerminal() && Talk.isPossibleAtTerminal(context);
      if (keys) {
        dialogue.resize(Talk.size(context));
      }
      return new Talk(context, dialogue)
          .run(noInput ? Talk.Part.LISTENS : keys ? Talk.Part.AT_THE_TERMINAL : Talk.Part.ANSWERS);
    }
  }
}
