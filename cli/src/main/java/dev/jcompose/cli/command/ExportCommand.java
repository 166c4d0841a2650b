package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.text.FileFailures;
import dev.jcompose.cli.text.PartFile;
import dev.jcompose.planner.ObservedContainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `export`: the files of a container as an archive.
@Command(
    name = "export",
    header = "Write the files of a container as a tar archive",
    description = {
      "Volumes are not part of it. Without -o it goes to standard output, if that is no terminal.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose export -o web.tar web   into a file",
      "  jcompose export web | tar t      list what is in it"
    })
final class ExportCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write it to that file.")
  @Nullable String output;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  String service = "";

  ExportCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (output == null && context.host().screen().outputIsTerminal()) {
      throw new CommandFailure("an archive is nothing to look at: use -o FILE or a pipe");
    }
    try {
      return replica.find(context, service, Replicas.Among.ALL, this::export);
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot write "
              + (output == null ? "the archive" : output)
              + ": "
              + FileFailures.reason(e));
    }
  }

  private int export(Session session, ObservedContainer container)
      throws InterruptedException, IOException {
    var access = session.engine().access();
    if (output == null) {
      access.export(container.id(), context.host().streams().out());
      return ExitCode.OK;
    }
    Path file = context.host().currentDirectory().resolve(output);
    try (var part = PartFile.of(file)) {
      access.export(container.id(), part.stream());
      part.complete();
    }
    return ExitCode.OK;
  }
}
