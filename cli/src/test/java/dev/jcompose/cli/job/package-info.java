/// A project that is there for one command.
@NullMarked
package dev.jcompose.cli.job;

import org.jspecify.annotations.NullMarked;
