/// The rules of the design that the compiler does not hold.
@NullMarked
package dev.jcompose.tests.architecture;

import org.jspecify.annotations.NullMarked;
