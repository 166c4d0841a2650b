/// Documents that nobody would write, made from a seed so that what they show can be seen again.
@NullMarked
package dev.jcompose.spec.fuzz;

import org.jspecify.annotations.NullMarked;
