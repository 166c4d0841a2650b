@NullMarked
package dev.jcompose.planner.watch;

import org.jspecify.annotations.NullMarked;
