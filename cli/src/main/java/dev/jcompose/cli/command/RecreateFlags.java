package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.planner.PlanOptions.Recreate;
import picocli.CommandLine.Option;

/// Which existing containers are replaced.
final class RecreateFlags {
  @Option(
      names = "--force-recreate",
      description = "Replace containers even if nothing has changed.")
  boolean force;

  @Option(
      names = "--no-recreate",
      description = "Replace no container, even if its definition has changed.")
  boolean never;

  Recreate recreate() {
    if (force && never) {
      throw new CommandFailure("--force-recreate and --no-recreate are incompatible");
    }
    return force ? Recreate.ALWAYS : ofDependencies();
  }

  /// For services that only others need.
  Recreate ofDependencies() {
    return never ? Recreate.NEVER : Recreate.DIVERGED;
  }
}
