package dev.jcompose;

import dev.jcompose.executor.Event;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.Question;
import java.util.List;
import java.util.function.Consumer;

/// Answers for the caller, and tells them what happens.
record Listening(UpOptions.Consent consent, Consumer<Progress> listener)
    implements Reconciler.Audience {
  @Override
  public List<Question> agreedOf(List<Question> questions) {
    return switch (consent) {
      case ASKED -> List.of();
      case GIVEN -> questions;
    };
  }

  @Override
  public Consumer<Event> begin(Plan plan) {
    return event -> listener.accept(ProgressReader.read(event));
  }
}
