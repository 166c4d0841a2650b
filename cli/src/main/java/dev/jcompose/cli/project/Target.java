package dev.jcompose.cli.project;

import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import java.util.Collection;
import java.util.Optional;

/// What a command is about.
///
/// @param files the project that the files make; empty when only its name is known
public record Target(ProjectName name, Optional<Project> files) {
  /// The project that `-f`, the current folder or, without files, `-p` means.
  ///
  /// As docker compose does it: with `-p` and without `-f` the files are not looked at.
  ///
  /// @param services those that the command names
  /// @throws CommandFailure if the files do not have one of them
  /// @throws Loading.InvalidFiles if files were looked at and make no project
  public static Target of(Context context, Collection<ServiceName> services) {
    var choice = context.options().choice();
    if (choice.files().isEmpty() && choice.projectName().isPresent()) {
      return byName(choice.projectName().get());
    }
    var project = new Loading(context).project(services);
    return new Target(project.name(), Optional.of(project));
  }

  private static Target byName(String name) {
    if (!ProjectName.isValid(name)) {
      throw new CommandFailure(
          "\""
              + name
              + "\" is no project name: those are lower-case letters, digits, `-` and `_`, and"
              + " begin with a letter or a digit");
    }
    return new Target(new ProjectName(name), Optional.empty());
  }
}
