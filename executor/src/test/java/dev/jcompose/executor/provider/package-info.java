@NullMarked
package dev.jcompose.executor.provider;

import org.jspecify.annotations.NullMarked;
