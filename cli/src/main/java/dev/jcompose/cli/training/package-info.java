/// A run that the JVM learns from which classes the program needs first.
@NullMarked
package dev.jcompose.cli.training;

import org.jspecify.annotations.NullMarked;
