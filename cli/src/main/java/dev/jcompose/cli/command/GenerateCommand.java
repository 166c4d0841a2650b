package dev.jcompose.cli.command;

import dev.jcompose.cli.generate.FoundContainers;
import dev.jcompose.cli.generate.GeneratedFile;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.spec.write.DocumentWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `generate`: a Compose file of what runs.
@Command(
    name = "generate",
    header = "Write a Compose file from containers",
    description = {
      "Any containers will do, whoever has made them: each becomes a service with what it was made",
      "with, values of variables included; replicas become one service. What comes from its image is",
      "left out. Networks and volumes that are not of the same project are external, so that the",
      "services find the data that is there. docker compose has this as alpha generate."
    },
    footer = {
      "Examples:",
      "  jcompose generate db web > compose.yaml     manage with Compose what docker run has made",
      "  docker ps -q | xargs jcompose generate      a file of everything that runs",
      "  jcompose generate --name shop db web        as a project of that name"
    })
final class GenerateCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(names = "--format", paramLabel = "FORM", description = "yaml or json.")
  String format = "yaml";

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of the project. Left out: that of the containers' project, if it is one.")
  @Nullable String name;

  @Option(
      names = "--project-dir",
      paramLabel = "DIRECTORY",
      description =
          "Where the file is to be: paths of this machine below it are written from there.")
  @Nullable Path directory;

  @Option(names = "--dry-run", hidden = true)
  boolean dryRun;

  @Parameters(paramLabel = "CONTAINER", arity = "0..*", description = "Names or ids of containers.")
  List<String> containers = new ArrayList<>();

  GenerateCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    if (containers.isEmpty()) {
      throw new CommandFailure("generate needs at least one container");
    }
    if (!format.equals("yaml") && !format.equals("json")) {
      throw new CommandFailure("unsupported format \"" + format + "\": use yaml or json");
    }
    var project = Optional.ofNullable(name).map(Target::projectName);
    var folder =
        Optional.ofNullable(directory)
            .map(given -> context.host().currentDirectory().resolve(given).normalize());
    var file = GeneratedFile.of(project, folder, found());
    for (String leftOut : file.leftOut()) {
      context.warn("not in the file, of container " + leftOut);
    }
    context.print(
        format.equals("json")
            ? DocumentWriter.json(file.content())
            : DocumentWriter.yaml(file.content()).stripTrailing());
    return ExitCode.OK;
  }

  private FoundContainers found() throws InterruptedException {
    try (var session = new Session(context)) {
      var found = FoundContainers.of(session.engine(), containers);
      var missing =
          containers.stream().filter(one -> !found.has(one)).collect(Collectors.joining(", "));
      if (!missing.isEmpty()) {
        throw new CommandFailure("there is no container " + missing);
      }
      return found;
    }
  }
}
