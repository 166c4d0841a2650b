/// An engine that lives in memory.
///
/// - {@link FakeEngine} keeps containers, networks, volumes and images as a real one does.
/// - {@link Behaviour} says what the containers of a service do once started.
/// - {@link Calls} counts calls, and makes them fail, hang or wait.
@NullMarked
package dev.jcompose.executor.fake;

import org.jspecify.annotations.NullMarked;
