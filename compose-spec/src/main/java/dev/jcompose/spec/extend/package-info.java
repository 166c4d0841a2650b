/// Services that are made out of other services.
@NullMarked
package dev.jcompose.spec.extend;

import org.jspecify.annotations.NullMarked;
