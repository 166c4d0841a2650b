package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.spec.explain.Answer;

/// What `config --explain` prints.
final class ExplainAnswer {
  private ExplainAnswer() {}

  /// @param json whether programs read it
  /// @throws CommandFailure if nothing is there
  static String text(Answer answer, boolean json) {
    return switch (answer) {
      case Answer.Explained(var values) -> json ? ExplainJson.of(values) : ExplainText.of(values);
      case Answer.Unknown(var known, var word, var nearest) ->
          throw new CommandFailure(
              "there is no \"%s\" in %s%s"
                  .formatted(
                      word,
                      known.segments().isEmpty() ? "the project" : known.toString(),
                      nearest.map(near -> "; did you mean " + near + "?").orElse("")));
    };
  }
}
