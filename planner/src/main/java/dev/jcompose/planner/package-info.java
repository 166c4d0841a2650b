/// Placeholder.
@NullMarked
package dev.jcompose.planner;

import org.jspecify.annotations.NullMarked;
