/// Compose projects for tests with JUnit Jupiter.
///
/// - {@link ComposeProject} on a test class starts a project and removes it; {@link Await} says
///   what is waited for, {@link Lifecycle} how long it lives.
/// - {@link Port}, {@link Url} and {@link ComposeService} say what fields and parameters are given.
@NullMarked
package dev.jcompose.junit;

import org.jspecify.annotations.NullMarked;
