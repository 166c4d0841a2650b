/// Tests of what is drawn.
@NullMarked
package dev.jcompose.cli.text;

import org.jspecify.annotations.NullMarked;
