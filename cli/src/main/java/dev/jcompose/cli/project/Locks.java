package dev.jcompose.cli.project;

import dev.jcompose.executor.ProjectLocks;
import dev.jcompose.model.ProjectName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// How long one waits for the locks on projects.
final class Locks {
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final String LIMIT = "JCOMPOSE_LOCK_TIMEOUT";

  private Locks() {}

  /// For those who change the project.
  static ProjectLocks ofChanges(Context context, ProjectName project) {
    return at(ProjectLocks.usualDirectory(context.host().environment()), context, project);
  }

  /// For those who need it for themselves, and will change it meanwhile.
  static ProjectLocks ofTests(Context context, ProjectName project) {
    var usual = ProjectLocks.usualDirectory(context.host().environment());
    return at(usual.resolve("tests"), context, project);
  }

  private static ProjectLocks at(Path directory, Context context, ProjectName project) {
    return new ProjectLocks(
        directory,
        new ProjectLocks.Patience(
            limit(context.host().environment()),
            holder ->
                context.tell(
                    "Waiting: project \""
                        + project
                        + "\" is being changed by "
                        + holder.describe())));
  }

  private static Duration limit(Map<String, String> environment) {
    var text = environment.getOrDefault(LIMIT, "");
    if (text.isEmpty()) {
      return USUAL;
    }
    if (!text.matches("[0-9]{1,7}")) {
      throw new CommandFailure(LIMIT + " is a number of seconds, not \"" + text + "\"");
    }
    return Duration.ofSeconds(Long.parseLong(text));
  }
}
