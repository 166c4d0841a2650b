package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.executor.access.Commit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `commit`: an image of a container's files.
@Command(
    name = "commit",
    header = "Make an image of a container's files",
    description = {
      "Prints the image's id. Volumes are not part of it.",
      "Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose commit -m 'after the import' db shop/db:filled   keep what was done in db",
      "  jcompose commit -c 'CMD [\"serve\"]' web shop/web:tried     with another command"
    })
final class CommitCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();

  @Option(
      names = {"-a", "--author"},
      paramLabel = "NAME",
      description = "Who made it.")
  String author = "";

  @Option(
      names = {"-m", "--message"},
      paramLabel = "TEXT",
      description = "What was done.")
  String message = "";

  @Option(
      names = {"-c", "--change"},
      paramLabel = "INSTRUCTION",
      description = "An instruction of a Dockerfile to apply; may be given several times.")
  List<String> changes = new ArrayList<>();

  @Option(
      names = {"-p", "--pause"},
      arity = "0..1",
      paramLabel = "BOOL",
      fallbackValue = "true",
      defaultValue = "true",
      description = "Freeze the container meanwhile; on by default.")
  boolean pause = true;

  @Parameters(index = "0", paramLabel = "SERVICE", description = "The service.")
  String service = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "REPOSITORY[:TAG]",
      description = "The image's name; it has none if left out.")
  @Nullable String name;

  CommitCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var commit = new Commit(Optional.ofNullable(name), author, message, changes, pause);
    return replica.find(
        context,
        service,
        Replicas.Among.ALL,
        (session, container) -> {
          context.print(session.engine().access().commit(container.id(), commit));
          return ExitCode.OK;
        });
  }
}
