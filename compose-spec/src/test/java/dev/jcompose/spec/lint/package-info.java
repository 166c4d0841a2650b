/// What rules find, and what they do not.
@NullMarked
package dev.jcompose.spec.lint;

import org.jspecify.annotations.NullMarked;
