@NullMarked
package dev.jcompose.planner.ignore;

import org.jspecify.annotations.NullMarked;
