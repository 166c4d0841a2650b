package dev.jcompose.cli.command;

import picocli.CommandLine.Option;

/// `--help`, which every command has.
final class HelpFlag {
  /// What stands above exit codes that mean something of their own.
  static final String EXIT_CODES = "%nExit codes:%n";

  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this text.")
  boolean help;
}
