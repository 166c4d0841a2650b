/// The patterns of `.dockerignore` files, which `watch` rules use as well.
@NullMarked
package dev.jcompose.planner.ignore;

import org.jspecify.annotations.NullMarked;
