package dev.jcompose.cli.project;

import dev.jcompose.cli.text.Paint;
import dev.jcompose.executor.Outcome;
import dev.jcompose.planner.Step;
import java.util.List;

/// Says how a plan ended that was not carried out to its end.
final class Ending {
  private final Context context;

  Ending(Context context) {
    this.context = context;
  }

  /// Each failure with the last words of its container, and what is left.
  void tell(Outcome.Stopped stopped) {
    for (Outcome.Failure failure : stopped.failures()) {
      context.tell(context.errorPaint().in(Paint.Colour.RED, "error:") + " " + failure.message());
      failure.log().forEach(line -> context.tell("  | " + line));
    }
    left(stopped.notDone(), "The same command goes on from here.");
  }

  /// What is left.
  void tell(Outcome.Interrupted interrupted) {
    context.tell("Interrupted.");
    left(
        interrupted.notDone(), "The same command goes on from here; `down` removes what is there.");
  }

  private void left(List<Step> notDone, String advice) {
    if (!notDone.isEmpty()) {
      context.tell("Not done:");
      notDone.forEach(step ->
          context.tell("  " + step.operation().subject() + ": " + step.operation().action()));
      context.tell(advice);
    }
  }
}
