/// The command line.
///
/// - {@link dev.jcompose.cli.Main} hands the process's streams, variables and signals to {@link
///   dev.jcompose.cli.Cli}, and exits; nothing else touches them.
/// - {@link dev.jcompose.cli.Cli} finds the command, runs it, and alone knows exit codes.
/// - `command` has one class a command, `project` what they share, `progress` the drawing of
///   events, `text` forms of output, `host` what the process gives.
@NullMarked
package dev.jcompose.cli;

import org.jspecify.annotations.NullMarked;
