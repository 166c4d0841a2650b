package dev.jcompose.cli.project;

import dev.jcompose.executor.ProjectLocks;
import dev.jcompose.model.ProjectName;
import java.time.Duration;
import java.util.Map;

/// How long one waits for the locks on projects.
final class Locks {
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final String LIMIT = "JCOMPOSE_LOCK_TIMEOUT";

  private Locks() {}

  static ProjectLocks of(Context context, ProjectName project) {
    return new ProjectLocks(
        ProjectLocks.usualDirectory(context.host().environment()),
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
