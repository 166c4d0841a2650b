/// One class a command, and what their flags share.
@NullMarked
package dev.jcompose.cli.command;

import org.jspecify.annotations.NullMarked;
