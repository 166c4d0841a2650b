package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/// `completion`: what a shell needs so that it can complete our commands.
@Command(
    name = "completion",
    header = "Print what lets a shell complete commands",
    description = "Commands, options, and the names of the project's services and profiles.",
    footer = {
      "Examples:",
      "  . <(jcompose completion bash)           in ~/.bashrc",
      "  source <(jcompose completion zsh)       in ~/.zshrc",
      "  jcompose completion fish | source       in ~/.config/fish/config.fish"
    })
final class CompletionCommand implements Callable<Integer> {
  private static final List<String> SHELLS = List.of("bash", "zsh", "fish");

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Parameters(
      paramLabel = "bash|zsh|fish",
      arity = "0..*",
      hideParamSyntax = true,
      description = "The shell.")
  List<String> shells = new ArrayList<>();

  CompletionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (shells.size() != 1 || !SHELLS.contains(shells.getFirst())) {
      throw new CommandFailure("completion needs the name of a shell: bash, zsh or fish");
    }
    try (var script =
        CompletionCommand.class.getResourceAsStream("completion/" + shells.getFirst())) {
      if (script == null) {
        throw new IllegalStateException("no script for " + shells.getFirst());
      }
      context.print(new String(script.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return ExitCode.OK;
  }
}
