package dev.jcompose.executor;

import dev.jcompose.planner.Step;
import java.time.Duration;
import java.util.Optional;

/// Something that happened while a plan was carried out; the screen is drawn from these alone.
public sealed interface Event {
  /// The step it belongs to.
  Step step();

  /// The step begins.
  record Started(Step step) implements Event {}

  /// The step is done.
  record Done(Step step, Duration took) implements Event {}

  /// The step failed; the message is for people.
  record Failed(Step step, String message) implements Event {}

  /// The step failed or was skipped, and that does not matter, as with a dependency that is not
  /// required.
  record Tolerated(Step step, String message) implements Event {}

  /// The step was not begun, because another failed or the user interrupted; or it was a wait that
  /// was given up for that reason.
  ///
  /// @param because the failed step that it depends on, directly or through others; empty when it
  ///   depends on none
  record Skipped(Step step, Optional<Step> because) implements Event {}

  /// A pull or a push came further.
  record Transferring(Step step, ImageProgress progress) implements Event {}

  /// A hook wrote something; a line without its end.
  record HookWrote(Step step, String line) implements Event {}

  /// A build said something; a line without its end.
  record Building(Step step, String line) implements Event {}
}
