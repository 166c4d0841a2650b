package dev.jcompose.cli.command;

import picocli.CommandLine.Option;

/// `--help`, which every command has.
final class HelpFlag {
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;
}
