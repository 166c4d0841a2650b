/// Values that Compose files write as text: durations, sizes, numbers, command lines.
@NullMarked
package dev.jcompose.spec.scalar;

import org.jspecify.annotations.NullMarked;
