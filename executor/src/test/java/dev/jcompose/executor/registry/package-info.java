@NullMarked
package dev.jcompose.executor.registry;

import org.jspecify.annotations.NullMarked;
