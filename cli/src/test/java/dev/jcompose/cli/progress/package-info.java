/// Tests of what is drawn.
@NullMarked
package dev.jcompose.cli.progress;

import org.jspecify.annotations.NullMarked;
