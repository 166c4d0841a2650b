package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.cli.ui.Ui;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/// `ui`: the project live in the terminal.
@Command(
    name = "ui",
    header = "Look after the project in the terminal",
    description = {
      "Shows services and their replicas as they are: state, health, restarts, processors and",
      "memory, ports, and the logs of the one selected. Keys restart, stop and start services,"
          + " open",
      "a shell, follow logs; ? tells them all. Leaving with q changes nothing.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose ui           watch the project live",
      "  jcompose ui web db    only these services",
      "  jcompose -p shop ui   a project without its files"
    })
final class UiCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  UiCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      return Ui.run(session, target, services.services());
    }
  }
}
