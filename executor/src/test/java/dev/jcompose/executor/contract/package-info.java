/// What any {@link dev.jcompose.executor.Engine} must do, as tests.
///
/// - {@link EngineContract} is extended once for each engine.
/// - {@link Specs} makes the containers that they try it with.
@NullMarked
package dev.jcompose.executor.contract;

import org.jspecify.annotations.NullMarked;
