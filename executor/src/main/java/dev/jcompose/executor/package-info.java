/// Observing an engine and carrying out plans on it, without deciding anything.
///
/// - {@link Engine} is what we need of an engine, in our own types.
/// - {@link Observer} takes the snapshot that a plan is made from, {@link PlanRunner} carries a
///   plan out, and {@link Reconciler} does both with the planning in between.
/// - {@link Event} is what happens while a plan is carried out, {@link Outcome} how that ends.
/// - {@link LogFollower} and {@link MergedLogs} read what containers write, {@link ExitWatch}
///   learns how they end.
@NullMarked
package dev.jcompose.executor;

import org.jspecify.annotations.NullMarked;
