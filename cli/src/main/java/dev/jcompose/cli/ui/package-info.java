/// `ui`: a project live in the terminal.
///
/// {@link dev.jcompose.cli.ui.UiState} is all that is shown; {@link dev.jcompose.cli.ui.Update}
/// gives the next one for an event, {@link dev.jcompose.cli.ui.Drawn} the lines of the window.
/// These are pure. {@link dev.jcompose.cli.ui.Ui} connects them with the engine and the terminal.
@NullMarked
package dev.jcompose.cli.ui;

import org.jspecify.annotations.NullMarked;
