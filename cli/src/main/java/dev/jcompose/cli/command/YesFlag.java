package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Questions;
import picocli.CommandLine.Option;

/// Answers questions beforehand.
final class YesFlag {
  @Option(
      names = {"-y", "--yes"},
      description =
          "Answer yes to all questions. Without it and without a terminal the answer is no.")
  boolean yes;

  @Option(names = "--y", hidden = true)
  boolean oldYes;

  Questions questions(Context context) {
    if (oldYes) {
      context.warn("--y is an old spelling of --yes");
    }
    return yes || oldYes ? Questions.YES : Questions.USER;
  }
}
