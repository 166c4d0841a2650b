@NullMarked
package dev.jcompose.executor.watch;

import org.jspecify.annotations.NullMarked;
