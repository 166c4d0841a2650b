package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import picocli.CommandLine.Option;

/// `--dry-run`, which may stand before or behind the command.
final class DryRunFlag {
  @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
  boolean dryRun;

  Context applied(Context context) {
    return dryRun ? context.dry() : context;
  }
}
