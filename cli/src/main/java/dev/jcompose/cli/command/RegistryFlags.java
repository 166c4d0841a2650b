package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import java.util.List;
import java.util.Optional;
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

  /// Does what the options say.
  ///
  /// @param nothing the words when nothing was to be done
  /// @return the exit code
  int carryOut(Context context, Project project, PlanOptions options, String nothing)
      throws InterruptedException {
    var drawing =
        quiet ? new Drawing(ProgressStyle.QUIET, Ordered.set(List.of())) : Drawing.of(context);
    try (var session = new Session(context)) {
      return new Reconciliation(session, Questions.NO, Reconciliation.runOptions(context), drawing)
          .orIfNothing(nothing)
          .run(new Target(project.name(), Optional.of(project)), options);
    }
  }
}
