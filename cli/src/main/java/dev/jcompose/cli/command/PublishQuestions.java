package dev.jcompose.cli.command;

import dev.jcompose.cli.artifact.LikelySecrets;
import dev.jcompose.cli.artifact.PublishedFile;
import dev.jcompose.cli.artifact.PublishedFiles;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a user should think of before a project is shown to others.
final class PublishQuestions {
  private PublishQuestions() {}

  /// One question for each kind of thing that is in the files and may not be meant for others.
  ///
  /// @param withVariables whether files of variables go too, which is consent to show variables
  static List<String> of(Project project, PublishedFiles files, boolean withVariables)
      throws IOException {
    var questions = new ArrayList<String>();
    add(questions, "Directories of this machine are bound, and their paths shown:", binds(project));
    var likely = new ArrayList<>(secrets(files.composeFiles()));
    if (withVariables) {
      likely.addAll(secrets(files.variableFiles()));
    }
    add(questions, "This looks like secrets:", likely);
    if (!withVariables) {
      add(questions, "Values of variables are shown; --with-env agrees to it:", variables(files));
    }
    add(
        questions,
        "The content of these configs is shown:",
        files.documents().stream()
            .flatMap(document -> LikelySecrets.configs(document).stream())
            .toList());
    return questions;
  }

  private static List<String> binds(Project project) {
    return project.services().values().stream()
        .flatMap(service ->
            service.storage().mounts().stream()
                .flatMap(mount ->
                    mount instanceof Mount.Bind(var source, var at, var _)
                        ? Stream.of(service.name() + ": " + source + " as " + at.target())
                        : Stream.empty()))
        .toList();
  }

  private static List<String> secrets(List<PublishedFile> files) {
    return files.stream()
        .flatMap(file -> LikelySecrets.in(file.name(), file.content()).stream())
        .toList();
  }

  private static List<String> variables(PublishedFiles files) {
    return files.documents().stream()
        .flatMap(document -> LikelySecrets.variables(document).stream())
        .distinct()
        .toList();
  }

  private static void add(List<String> questions, String about, List<String> items) {
    if (!items.isEmpty()) {
      questions.add(about + "\n  " + String.join("\n  ", items) + "\nPublish this?");
    }
  }
}
