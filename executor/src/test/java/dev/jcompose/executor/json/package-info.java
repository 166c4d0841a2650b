@NullMarked
package dev.jcompose.executor.json;

import org.jspecify.annotations.NullMarked;
