package dev.jcompose.cli.project;

import dev.jcompose.executor.EngineException;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.spec.ProjectIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.Optional;

/// What a command is about.
///
/// @param files the project that the files make; empty when only its name is known
public record Target(ProjectName name, Optional<Project> files) {
  /// The project that `-f`, the current folder or, without files, `-p` means.
  ///
  /// As docker compose does it: with `-p` and without `-f` the files are not looked at. When the
  /// files make no project, the containers that were made from them tell what there is.
  ///
  /// @param services those that the command names
  /// @throws CommandFailure if the files do not have one of them
  /// @throws Loading.InvalidFiles if files were looked at and make no project, and there are no
  ///   such containers
  public static Target of(Context context, Collection<ServiceName> services)
      throws InterruptedException {
    var choice = context.options().choice();
    if (choice.files().isEmpty() && choice.projectName().isPresent()) {
      return byName(choice.projectName().get());
    }
    var loading = Loading.beforeEngine(context);
    return switch (loading.attempt(services)) {
      case Loading.Attempt.Loaded(Project project) ->
          new Target(project.name(), Optional.of(project));
      case Loading.Attempt.Failed(var why) -> {
        var identity = loading.identity();
        if (identity.isEmpty() || !hasContainers(context, identity.get())) {
          throw loading.refused(why);
        }
        loading.excuse(why);
        context.warn(
            "the files cannot be used; going by what the containers of project \""
                + identity.get().name()
                + "\" tell");
        yield new Target(identity.get().name(), Optional.empty());
      }
    };
  }

  /// Whether the engine has containers of that project, all made from its folder unless the user
  /// chose the name: another folder's are not meant.
  private static boolean hasContainers(Context context, ProjectIdentity project)
      throws InterruptedException {
    boolean chosen =
        context.options().choice().projectName().isPresent()
            || !context.host().environment().getOrDefault("COMPOSE_PROJECT_NAME", "").isEmpty();
    try (var session = new Session(context)) {
      var containers = session.engine().containers(project.name());
      return !containers.isEmpty()
          && (chosen
              || containers.stream().allMatch(container -> isFrom(container, project.folder())));
    } catch (EngineException _) {
      return false;
    }
  }

  private static boolean isFrom(ObservedContainer container, Path folder) {
    try {
      var made = container.label(Labels.WORKING_DIR).map(Path::of);
      return made.isPresent()
          && (made.get().equals(folder) || Files.isSameFile(made.get(), folder));
    } catch (IOException | InvalidPathException _) {
      return false;
    }
  }

  private static Target byName(String name) {
    return new Target(projectName(name), Optional.empty());
  }

  /// A name as the user typed it.
  ///
  /// @throws CommandFailure if it is none
  public static ProjectName projectName(String name) {
    if (!ProjectName.isValid(name)) {
      throw new CommandFailure(
          "\""
              + name
              + "\" is no project name: those are lower-case letters, digits, `-` and `_`, and"
              + " begin with a letter or a digit");
    }
    return new ProjectName(name);
  }
}
