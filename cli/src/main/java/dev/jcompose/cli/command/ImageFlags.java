package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.planner.PlanOptions.Images;
import dev.jcompose.planner.PlanOptions.Images.When;
import java.util.ArrayList;
import java.util.Optional;
import picocli.CommandLine.Option;

/// What `up` and `create` do about images first.
final class ImageFlags {
  @Option(names = "--build", description = "Build images first, also those that are there.")
  boolean build;

  @Option(names = "--no-build", description = "Build no image, even if one is missing.")
  boolean noBuild;

  @Option(
      names = "--pull",
      paramLabel = "WHEN",
      defaultValue = "policy",
      description =
          "Fetch images first: always, missing, never, build, or policy: as each service says.")
  String pull = "policy";

  @Option(names = "--quiet-pull", description = "Do not show how far pulls are.")
  boolean quietPull;

  @Option(names = "--quiet-build", description = "Do not show what builds say.")
  boolean quietBuild;

  Images images() {
    if (build && noBuild) {
      throw new CommandFailure("--build and --no-build are incompatible");
    }
    return new Images(
        build ? When.ALWAYS : noBuild ? When.NEVER : When.MISSING, policy("--pull", pull));
  }

  /// Without what is to be quiet.
  Drawing drawing(Drawing drawing) {
    var hidden = new ArrayList<Drawing.Detail>();
    if (quietPull) {
      hidden.add(Drawing.Detail.PULLS);
    }
    if (quietBuild) {
      hidden.add(Drawing.Detail.BUILDS);
    }
    return drawing.hiding(hidden);
  }

  /// @param option the one that has the word
  static Optional<PullPolicy> policy(String option, String word) {
    return switch (word) {
      case "policy" -> Optional.empty();
      case "always" -> Optional.of(new PullPolicy.Always());
      case "missing", "if_not_present" -> Optional.of(new PullPolicy.Missing());
      case "never" -> Optional.of(new PullPolicy.Never());
      case "build" -> Optional.of(new PullPolicy.Build());
      default ->
          throw new CommandFailure(
              "invalid "
                  + option
                  + " option \""
                  + word
                  + "\": use always, missing, never, build or policy");
    };
  }
}
