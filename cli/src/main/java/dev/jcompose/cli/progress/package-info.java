/// Draws what happens while a plan is carried out, from events alone.
@NullMarked
package dev.jcompose.cli.progress;

import org.jspecify.annotations.NullMarked;
