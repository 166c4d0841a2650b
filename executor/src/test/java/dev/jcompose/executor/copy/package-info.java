@NullMarked
package dev.jcompose.executor.copy;

import org.jspecify.annotations.NullMarked;
