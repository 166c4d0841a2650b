/// Where the values of a project come from.
@NullMarked
package dev.jcompose.spec.explain;

import org.jspecify.annotations.NullMarked;
