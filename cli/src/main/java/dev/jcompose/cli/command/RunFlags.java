package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.OneOff;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.spec.source.ServiceOverlay;
import dev.jcompose.spec.source.ServiceOverlay.Part;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// In what the container of `run` differs from the service's own.
final class RunFlags {
  private static final int SLUG_BYTES = 32;

  @Option(names = "--cap-add", paramLabel = "CAPABILITY", description = "Give a capability.")
  List<String> capAdd = new ArrayList<>();

  @Option(names = "--cap-drop", paramLabel = "CAPABILITY", description = "Take a capability.")
  List<String> capDrop = new ArrayList<>();

  @Option(
      names = "--entrypoint",
      paramLabel = "COMMAND",
      description = "What to run instead of the entrypoint; the service's command goes, too.")
  @Nullable String entrypoint;

  @Option(
      names = "--env-from-file",
      paramLabel = "FILE",
      description = "Set the variables in that file. Repeatable.")
  List<String> variableFiles = new ArrayList<>();

  @Option(
      names = {"-l", "--label", "--labels"},
      paramLabel = "KEY=VALUE",
      description = "Add a label, or change it. Repeatable.")
  List<String> labels = new ArrayList<>();

  @Option(names = "--name", paramLabel = "NAME", description = "What the container is called.")
  @Nullable String name;

  @Option(names = "--no-deps", description = "Do not start what the service depends on.")
  boolean noDependencies;

  @Option(
      names = {"-p", "--publish"},
      paramLabel = "PORT",
      description = "Publish a port, as under `ports` in a file. Repeatable.")
  List<String> publish = new ArrayList<>();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show nothing but what the container writes.")
  boolean quiet;

  @Option(
      names = "--rm",
      description = "Remove the container and its anonymous volumes when it has ended.")
  boolean remove;

  @Option(
      names = {"-P", "--service-ports"},
      description = "Publish the ports of the service; none are if this is left out.")
  boolean servicePorts;

  @Option(
      names = "--use-aliases",
      description = "Answer to the names of the service on its networks.")
  boolean aliases;

  @Option(
      names = {"-v", "--volume", "--volumes"},
      paramLabel = "VOLUME",
      description = "Mount something, as under `volumes` in a file. Repeatable.")
  List<String> volumes = new ArrayList<>();

  /// @throws CommandFailure if they do not go together
  void check() {
    if (servicePorts && !publish.isEmpty()) {
      throw new CommandFailure("--service-ports and --publish are incompatible");
    }
    for (var label : labels) {
      if (label.indexOf('=') < 0) {
        throw new CommandFailure("label must be set as KEY=VALUE, not \"" + label + "\"");
      }
    }
  }

  Dependencies dependencies() {
    return noDependencies ? Dependencies.LEFT_ALONE : Dependencies.INCLUDED;
  }

  /// What they say of the service.
  ///
  /// @param command in place of the service's own; empty: that
  ServiceOverlay overlay(
      ServiceName service, List<String> command, ProcessFlags process, Path folder) {
    var parts = new ArrayList<Part>();
    if (entrypoint != null) {
      parts.add(new Part.Value("entrypoint", "--entrypoint", entrypoint));
    }
    if (entrypoint != null || !command.isEmpty()) {
      parts.add(new Part.Command("COMMAND", command));
    }
    Optional.ofNullable(process.user)
        .ifPresent(user -> parts.add(new Part.Value("user", "--user", user)));
    Optional.ofNullable(process.directory)
        .ifPresent(workdir -> parts.add(new Part.Value("working_dir", "--workdir", workdir)));
    parts.add(new Part.Variables("--env", process.variables));
    parts.add(new Part.VariableFiles("--env-from-file", variableFiles));
    addItems(parts, "labels", "--label", labels);
    addItems(parts, "volumes", "--volume", volumes);
    parts.add(new Part.Capabilities("--cap-add", capAdd, "--cap-drop", capDrop));
    if (!servicePorts) {
      parts.add(new Part.Instead("ports", "--publish", publish));
    }
    return new ServiceOverlay(service.value(), folder, parts);
  }

  private static void addItems(
      List<Part> parts, String attribute, String flag, List<String> items) {
    if (!items.isEmpty()) {
      parts.add(new Part.Items(attribute, flag, items));
    }
  }

  /// The container, under a slug made up now.
  OneOff oneOff(ServiceName service, boolean takesInput, boolean terminal) {
    byte[] slug = new byte[SLUG_BYTES];
    new SecureRandom().nextBytes(slug);
    return new OneOff(
        service,
        Optional.ofNullable(name),
        HexFormat.of().formatHex(slug),
        takesInput,
        terminal,
        remove,
        aliases);
  }
}
