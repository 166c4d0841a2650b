package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.spec.source.LoadRequest;
import java.util.List;
import java.util.Optional;

/// What was said before the command.
///
/// @param parallelism of calls to the engine; left out: the usual
/// @param insecureRegistries those that files may come from without encryption, `host:port`
public record GlobalOptions(
    LoadRequest.Choice choice,
    ProgressStyle progress,
    AnsiMode ansi,
    Mode mode,
    Resources resources,
    Optional<Integer> parallelism,
    List<String> insecureRegistries) {
  public GlobalOptions {
    insecureRegistries = List.copyOf(insecureRegistries);
  }

  /// Whether anything is done.
  public enum Mode {
    REAL,
    /// It is only shown.
    DRY_RUN
  }

  /// Which networks, volumes, configs and secrets belong to the project.
  public enum Resources {
    /// Those that services use.
    USED,
    ALL
  }

  /// When colours and cursor movements are sent.
  public enum AnsiMode {
    NEVER,
    ALWAYS,
    /// To terminals.
    AUTO
  }

  /// The same, but nothing is done.
  public GlobalOptions dry() {
    return new GlobalOptions(
        choice, progress, ansi, Mode.DRY_RUN, resources, parallelism, insecureRegistries);
  }

  /// The same with all profiles enabled.
  public GlobalOptions withAllProfiles() {
    var all =
        new LoadRequest.Choice(
            choice.files(),
            choice.projectName(),
            choice.projectDirectory(),
            choice.envFiles(),
            List.of("*"));
    return new GlobalOptions(all, progress, ansi, mode, resources, parallelism, insecureRegistries);
  }
}
