/// Whole other projects, taken in.
@NullMarked
package dev.jcompose.spec.include;

import org.jspecify.annotations.NullMarked;
