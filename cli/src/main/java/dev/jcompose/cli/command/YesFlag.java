package dev.jcompose.cli.command;

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

  Questions questions() {
    return yes || oldYes ? Questions.YES : Questions.USER;
  }
}
