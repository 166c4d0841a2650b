package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.PlanOptions.Dependencies;
import java.util.List;
import picocli.CommandLine.Option;

/// What `pull` and `push` have in common.
final class RegistryFlags {
  @Option(
      names = {"-q", "--quiet"},
      description = "Show nothing but failures.")
  boolean quiet;

  @Option(names = "--include-deps", description = "Take along what the named services depend on.")
  boolean dependencies;

  Dependencies reach() {
    return dependencies ? Dependencies.INCLUDED : Dependencies.LEFT_ALONE;
  }

  /// Images do not need each other: all are tried.
  static OnFailure onFailure(boolean ignored) {
    return ignored ? OnFailure.TOLERATE : OnFailure.GO_ON;
  }

  Drawing drawing(Context context) {
    return quiet ? new Drawing(ProgressStyle.QUIET, Ordered.set(List.of())) : Drawing.of(context);
  }
}
