package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Questions;
import picocli.CommandLine.Option;

/// Answers questions beforehand.
final class YesFlag {
  @Option(
      names = {"-y", "--yes", "--y"},
      description =
          "Answer yes to all questions. Without it and without a terminal the answer is no.")
  boolean yes;

  Questions questions() {
    return yes ? Questions.YES : Questions.USER;
  }
}
