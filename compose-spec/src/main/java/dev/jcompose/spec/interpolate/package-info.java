/// `${VARIABLE}` and what may be written inside the braces.
@NullMarked
package dev.jcompose.spec.interpolate;

import org.jspecify.annotations.NullMarked;
