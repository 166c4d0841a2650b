/// Placeholder.
@NullMarked
package dev.jcompose.spec;

import org.jspecify.annotations.NullMarked;
