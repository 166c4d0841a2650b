package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.planner.PlanOptions.Orphans;
import java.util.List;
import picocli.CommandLine.Option;

/// What becomes of containers whose service is not in the files any more.
final class OrphanFlag {
  private static final List<String> TRUE = List.of("1", "t", "T", "true", "TRUE", "True");

  @Option(
      names = "--remove-orphans",
      description = "Remove containers of services that are not in the files any more.")
  boolean remove;

  Orphans orphans(Context context) {
    if (remove || isSet(context, "COMPOSE_REMOVE_ORPHANS")) {
      return Orphans.REMOVED;
    }
    return isSet(context, "COMPOSE_IGNORE_ORPHANS") ? Orphans.IGNORED : Orphans.REPORTED;
  }

  private static boolean isSet(Context context, String variable) {
    return TRUE.contains(context.host().environment().getOrDefault(variable, ""));
  }
}
