package dev.jcompose.cli.project;

import dev.jcompose.planner.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/// Who answers the planner's questions.
public enum Questions {
  /// Yes to all of them.
  YES,
  /// No to all of them.
  NO,
  /// The user, if there is a terminal; if not, no.
  USER;

  /// Those that were answered with yes.
  List<Question> ask(Context context, List<Question> questions) throws InterruptedException {
    var agreed = new ArrayList<Question>(implied(context, questions));
    var open = questions.stream().filter(question -> !agreed.contains(question)).toList();
    agreed.addAll(
        switch (this) {
          case YES -> open;
          case NO -> refused(context, open);
          case USER ->
              context.host().screen().inputIsTerminal()
                      && context.options().mode() == GlobalOptions.Mode.REAL
                  ? answered(context, open)
                  : refused(context, open);
        });
    return agreed;
  }

  /// Whether the user says yes to a question; without a terminal the answer is no.
  public boolean isYes(Context context, String question) throws InterruptedException {
    return switch (this) {
      case YES -> true;
      case NO -> false;
      case USER -> {
        if (context.options().mode() == GlobalOptions.Mode.DRY_RUN) {
          yield true;
        }
        if (!context.host().screen().inputIsTerminal()) {
          context.warn("There is no terminal to ask on: nothing is done. `-f` does not ask.");
          yield false;
        }
        var err = context.host().streams().err();
        err.print(question + " [y/N] ");
        err.flush();
        yield isYes(reader(context));
      }
    };
  }

  /// Whether each of these questions is answered with yes, be it by a line of a script; they are
  /// asked one after the other until one is not.
  public boolean areYes(Context context, List<String> questions) throws InterruptedException {
    var reader = reader(context);
    for (String question : questions) {
      var err = context.host().streams().err();
      err.print(question);
      err.flush();
      boolean agreed =
          switch (this) {
            case YES -> true;
            case NO -> false;
            case USER -> {
              err.print(" [y/N] ");
              err.flush();
              yield context.options().mode() == GlobalOptions.Mode.DRY_RUN || isYes(reader);
            }
          };
      err.println();
      if (!agreed) {
        return false;
      }
    }
    return true;
  }

  private static BufferedReader reader(Context context) {
    return new BufferedReader(
        new InputStreamReader(context.host().streams().in(), StandardCharsets.UTF_8));
  }

  /// Those that the command line answers: who names a project means that one, wherever it was made.
  public static List<Question> implied(Context context, List<Question> questions) {
    var named =
        context.options().choice().projectName().isPresent()
            || !context.host().environment().getOrDefault("COMPOSE_PROJECT_NAME", "").isEmpty();
    return questions.stream()
        .filter(question -> named && question instanceof Question.OtherFolder)
        .toList();
  }

  /// A refusal that makes everything impossible is told as the error it becomes.
  private static List<Question> refused(Context context, List<Question> questions) {
    questions.stream()
        .filter(question -> question.refused().isEmpty())
        .forEach(question ->
            context.warn(question.describe() + " This is not done; `-y` agrees to it."));
    return List.of();
  }

  private static List<Question> answered(Context context, List<Question> questions)
      throws InterruptedException {
    var reader = reader(context);
    var agreed = new ArrayList<Question>();
    for (Question question : questions) {
      var err = context.host().streams().err();
      err.print(question.describe() + " Continue? [y/N] ");
      err.flush();
      if (isYes(reader)) {
        agreed.add(question);
      }
    }
    return agreed;
  }

  /// Reading from a terminal cannot be interrupted, waiting for it can. The thread that reads on
  /// after Ctrl-C ends with the process.
  private static boolean isYes(BufferedReader reader) throws InterruptedException {
    var answer = new FutureTask<>(() -> Optional.ofNullable(reader.readLine()));
    Thread.ofPlatform().daemon().name("answer").start(answer);
    try {
      var word = answer.get().map(line -> line.strip().toLowerCase(Locale.ROOT));
      return word.filter(List.of("y", "yes")::contains).isPresent();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException broken
          ? new UncheckedIOException(broken)
          : new IllegalStateException("a line was read by a bug", e);
    }
  }
}
