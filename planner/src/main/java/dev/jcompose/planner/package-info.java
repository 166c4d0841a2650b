/// Every decision: what has to be done on an engine so that it matches a project, and why.
///
/// - {@link ObservedState} is what an engine holds of a project, {@link PlanOptions} what the user
///   wants of it.
/// - {@link Plan} is what has to be done: a {@link Step} is one {@link Operation}, the steps it
///   waits for and its {@link Cause}. {@link Question} and {@link Notice} are for the user.
/// - {@link Planner} makes the one of the others; {@link ProjectFromLabels} stands in for files
///   that are not there. A {@link Problem} is what is known to fail.
/// - {@link ContainerSpec} is a container to be made, with the engine's names in place of keys.
///
/// Nothing here has an effect, a clock or a log: the same input gives the same plan, letter for
/// letter.
@NullMarked
package dev.jcompose.planner;

import org.jspecify.annotations.NullMarked;
