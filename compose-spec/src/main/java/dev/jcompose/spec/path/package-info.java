/// Relative paths made absolute.
@NullMarked
package dev.jcompose.spec.path;

import org.jspecify.annotations.NullMarked;
