package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Replicas;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.text.FileFailures;
import dev.jcompose.executor.copy.CopyException;
import dev.jcompose.executor.copy.Copying;
import dev.jcompose.planner.ObservedContainer;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `cp`: files between this machine and containers.
@Command(
    name = "cp",
    header = "Copy files to and from containers",
    description = {
      "One of both places is SERVICE:PATH. What goes to a service goes to all its containers that",
      "run, unless --index says which; what comes comes from the first. `-` is a tar archive on",
      "standard input or output. Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose cp web:/var/log/app.log .            a file out of web",
      "  jcompose cp ./conf/. web:/etc/app             what is in conf into all of web",
      "  jcompose cp db:/data - | gzip > data.tar.gz   a folder as an archive"
    })
final class CpCommand implements Callable<Integer> {
  private static final String ARCHIVE = "-";

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ReplicaOption replica = new ReplicaOption();

  @Option(names = "--all", description = "Copy to one-off containers as well.")
  boolean all;

  @Option(
      names = {"-a", "--archive"},
      description = "Keep the numbers of users and groups.")
  boolean keepsOwners;

  @Option(
      names = {"-L", "--follow-link"},
      description = "A source that is a symbolic link means what it leads to.")
  boolean followsLink;

  @Parameters(index = "0", paramLabel = "SOURCE", description = "PATH, SERVICE:PATH or -.")
  String source = "";

  @Parameters(index = "1", paramLabel = "TARGET", description = "PATH, SERVICE:PATH or -.")
  String target = "";

  CpCommand(Context context) {
    this.context = context;
  }

  /// A path in a container of a service.
  private record There(String service, String path) {
    /// As docker reads it: a path of this machine begins with `/` or `.`.
    static Optional<There> of(String argument) {
      int colon = argument.indexOf(':');
      return colon <= 0 || argument.startsWith("/") || argument.startsWith(".")
          ? Optional.empty()
          : Optional.of(
              new There(argument.substring(0, colon), absolute(argument.substring(colon + 1))));
    }

    private static String absolute(String path) {
      return path.startsWith("/") ? path : "/" + path;
    }
  }

  @Override
  public Integer call() throws InterruptedException {
    var from = There.of(source);
    var to = There.of(target);
    if (from.isPresent() == to.isPresent()) {
      throw new CommandFailure(
          from.isPresent()
              ? "cannot copy from one service to another"
              : "one of both places must be SERVICE:PATH");
    }
    try {
      return from.isPresent() ? fetch(from.get()) : send(to.orElseThrow());
    } catch (CopyException e) {
      throw new CommandFailure(String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw new CommandFailure(
          "cannot copy " + source + " to " + target + ": " + FileFailures.reason(e));
    }
  }

  private int fetch(There from) throws InterruptedException, IOException {
    return replica.<IOException>find(
        context,
        from.service,
        Replicas.Among.ALL,
        (session, container) -> {
          var copying = copying(session, container);
          if (target.equals(ARCHIVE)) {
            copying.toArchive(
                from.path, archive -> archive.transferTo(context.host().streams().out()));
          } else {
            copying.toHere(from.path, here(target), target.endsWith("/"));
          }
          return ExitCode.OK;
        });
  }

  private int send(There to) throws InterruptedException, IOException {
    return replica.<IOException>findAll(
        context,
        to.service,
        Replicas.Among.ALL,
        (session, found) -> {
          var containers =
              found.stream().filter(container -> all || !container.isOneOff()).toList();
          if (source.equals(ARCHIVE)) {
            copying(session, containers.getFirst())
                .fromArchive(context.host().streams().in(), to.path);
            return ExitCode.OK;
          }
          boolean content = source.endsWith("/.") || source.equals(".");
          for (var container : containers) {
            copying(session, container).fromHere(here(source), content, to.path);
          }
          return ExitCode.OK;
        });
  }

  private Copying copying(Session session, ObservedContainer container) {
    return new Copying(
        session.engine().access(), container.id(), new Copying.Options(keepsOwners, followsLink));
  }

  private Path here(String path) {
    return context.host().currentDirectory().resolve(path).normalize();
  }
}
