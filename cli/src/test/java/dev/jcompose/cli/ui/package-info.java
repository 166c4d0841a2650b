/// Tests of what is drawn.
@NullMarked
package dev.jcompose.cli.ui;

import org.jspecify.annotations.NullMarked;
