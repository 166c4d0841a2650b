package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Target;
import dev.jcompose.model.ServiceName;
import java.util.List;

/// Finds what a command is about, and checks the names that the user typed.
final class Targets {
  private Targets() {}

  /// The project that is meant.
  ///
  /// @throws dev.jcompose.cli.project.CommandFailure if its files do not have one of the services
  static Target of(Context context, List<ServiceName> services) {
    var target = Target.of(context);
    return new Target(
        target.name(), target.files().map(project -> Loading.enabling(project, services)));
  }
}
