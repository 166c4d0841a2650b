/// What the process gives the program: streams, variables, a terminal, interrupts, an engine.
@NullMarked
package dev.jcompose.cli.host;

import org.jspecify.annotations.NullMarked;
