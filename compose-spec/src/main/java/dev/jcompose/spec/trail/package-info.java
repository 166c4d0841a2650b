/// What happened to values while a project was loaded, for those who want to know where they come
/// from.
@NullMarked
package dev.jcompose.spec.trail;

import org.jspecify.annotations.NullMarked;
