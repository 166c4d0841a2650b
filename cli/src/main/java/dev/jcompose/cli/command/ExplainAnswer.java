package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.spec.explain.Answer;

/// What `config --explain` prints.
final class ExplainAnswer {
  private ExplainAnswer() {}

  /// @param format `json` for programs
  /// @throws CommandFailure if nothing is there
  static String text(Answer answer, String format) {
    return switch (answer) {
      case Answer.Explained(var values) ->
          format.equals("json") ? ExplainJson.of(values) : ExplainText.of(values);
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
