/// Compose projects from Java programs: load one, see what would be done, do it, and use what runs.
///
/// - {@link Compose} says what is loaded and from where; {@link LoadedProject} is the result.
/// - {@link UpOptions} and {@link DownOptions} say what is wanted, {@link ProjectPlan} what that
///   means, {@link Progress} what happens.
/// - {@link Service} is a service and its containers: addresses, commands, files, logs, and waiting
///   for a {@link Condition}.
/// - {@link ComposeException} is all that goes wrong.
@NullMarked
package dev.jcompose;

import org.jspecify.annotations.NullMarked;
