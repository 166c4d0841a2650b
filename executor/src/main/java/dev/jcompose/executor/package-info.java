/// Placeholder.
@NullMarked
package dev.jcompose.executor;

import org.jspecify.annotations.NullMarked;
