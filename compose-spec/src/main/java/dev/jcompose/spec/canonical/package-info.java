/// From the short ways to write attributes to the long ones: {@link
/// dev.jcompose.spec.canonical.CanonicalForm}.
@NullMarked
package dev.jcompose.spec.canonical;

import org.jspecify.annotations.NullMarked;
