/// Observing an engine and carrying out plans on it, without deciding anything.
///
/// - {@link Engine} is what we need of an engine, in our own types.
/// - {@link Event} is what happens while a plan is carried out, {@link Outcome} how that ends.
@NullMarked
package dev.jcompose.executor;

import org.jspecify.annotations.NullMarked;
