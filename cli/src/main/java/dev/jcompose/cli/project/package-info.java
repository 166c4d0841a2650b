/// From what the user typed to a project, a plan, and its execution.
@NullMarked
package dev.jcompose.cli.project;

import org.jspecify.annotations.NullMarked;
