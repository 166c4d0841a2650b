/// The command line against an engine in memory, compared with golden files.
@NullMarked
package dev.jcompose.cli;

import org.jspecify.annotations.NullMarked;
