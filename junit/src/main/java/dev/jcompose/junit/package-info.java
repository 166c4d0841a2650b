@NullMarked
package dev.jcompose.junit;

import org.jspecify.annotations.NullMarked;
