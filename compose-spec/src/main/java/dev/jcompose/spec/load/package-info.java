/// The way from several files to one document.
@NullMarked
package dev.jcompose.spec.load;

import org.jspecify.annotations.NullMarked;
