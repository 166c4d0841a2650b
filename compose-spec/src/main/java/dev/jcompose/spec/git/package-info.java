/// Files out of git repositories, by means of the program `git`.
@NullMarked
package dev.jcompose.spec.git;

import org.jspecify.annotations.NullMarked;
