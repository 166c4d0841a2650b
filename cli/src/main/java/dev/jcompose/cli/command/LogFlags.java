package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Attachment.LogForm;
import dev.jcompose.cli.text.LogPrinter.Prefix;
import picocli.CommandLine.Option;

/// How log lines are drawn.
final class LogFlags {
  @Option(names = "--no-color", description = "No colours.")
  boolean noColor;

  @Option(names = "--no-log-prefix", description = "No name of the container before each line.")
  boolean noLogPrefix;

  LogForm form(LogForm.Times times) {
    return new LogForm(
        noLogPrefix ? Prefix.HIDDEN : Prefix.SHOWN,
        times,
        noColor ? LogForm.Colours.NONE : LogForm.Colours.AS_USUAL);
  }
}
