@NullMarked
package dev.jcompose.executor.bake;

import org.jspecify.annotations.NullMarked;
