/// Placeholder.
@NullMarked
package dev.jcompose.model;

import org.jspecify.annotations.NullMarked;
