/// Which files make a project, and which variables it is read with.
@NullMarked
package dev.jcompose.spec.source;

import org.jspecify.annotations.NullMarked;
