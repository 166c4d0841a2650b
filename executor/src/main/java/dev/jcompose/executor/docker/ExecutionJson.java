package dev.jcompose.executor.docker;

import dev.jcompose.model.Command;
import dev.jcompose.model.Execution;
import dev.jcompose.planner.OneOff;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// What runs in a container, as whom.
final class ExecutionJson {
  /// How the engine is told that an image's entrypoint is not wanted.
  private static final List<String> NO_ENTRYPOINT = List.of("");

  private ExecutionJson() {}

  static void write(Execution execution, ContainerJson json) {
    if (execution.entrypoint() instanceof Command.Words(List<String> words)) {
      json.config().allWords("Entrypoint", words.isEmpty() ? NO_ENTRYPOINT : words);
    }
    if (execution.command() instanceof Command.Words(List<String> words)) {
      json.config().allWords("Cmd", words);
    }
    json.config()
        .words("Env", assignments(execution.environment()))
        .text("WorkingDir", execution.workingDir())
        .text("User", execution.user().name())
        .on("Tty", execution.tty())
        .on("OpenStdin", execution.stdinOpen());
    json.host().words("GroupAdd", execution.user().groups()).choice("Init", execution.init());
  }

  /// What makes a container beside the replicas.
  static void write(OneOff oneOff, ContainerJson json) {
    json.config()
        .on("AttachStdin", oneOff.takesInput())
        .put("AttachStdout", true)
        .put("AttachStderr", true)
        .on("StdinOnce", oneOff.takesInput());
    json.host().on("AutoRemove", oneOff.removed());
  }

  /// Whether the image's command is to be cleared and its entrypoint kept. The engine cannot be
  /// told so: an empty command is filled in from the image, unless an entrypoint is given.
  static boolean clearsCommandOnly(Execution execution) {
    return execution.entrypoint() instanceof Command.FromImage
        && execution.command() instanceof Command.Words(List<String> words)
        && words.isEmpty();
  }

  /// Repeats the image's entrypoint, so that its command is not filled in.
  static void repeatEntrypoint(List<String> ofImage, ContainerJson json) {
    json.config().allWords("Entrypoint", ofImage.isEmpty() ? NO_ENTRYPOINT : ofImage);
  }

  /// Variables as the engine takes them: a name alone unsets what the image says.
  static List<String> assignments(SequencedMap<String, Optional<String>> environment) {
    return environment.entrySet().stream()
        .map(variable ->
            variable
                .getValue()
                .map(value -> variable.getKey() + "=" + value)
                .orElse(variable.getKey()))
        .toList();
  }
}
