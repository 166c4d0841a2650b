/// What a document may not say although each of its values is well formed.
@NullMarked
package dev.jcompose.spec.check;

import org.jspecify.annotations.NullMarked;
