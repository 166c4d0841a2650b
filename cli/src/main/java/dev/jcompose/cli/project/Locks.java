package dev.jcompose.cli.project;

import dev.jcompose.executor.ProjectLocks;
import dev.jcompose.model.ProjectName;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/// Where the locks on projects are, and how long one waits for them.
final class Locks {
  private static final Duration USUAL = Duration.ofMinutes(10);
  private static final String LIMIT = "JCOMPOSE_LOCK_TIMEOUT";

  private Locks() {}

  static ProjectLocks of(Context context, ProjectName project) {
    return new ProjectLocks(
        folder(context.host().environment()),
        new ProjectLocks.Patience(
            limit(context.host().environment()),
            holder ->
                context.tell(
                    "Waiting: project \""
                        + project
                        + "\" is being changed by "
                        + holder.describe())));
  }

  /// Where programs keep what outlives them; see the XDG base directory specification.
  private static Path folder(Map<String, String> environment) {
    var state = environment.getOrDefault("XDG_STATE_HOME", "");
    var home = environment.getOrDefault("HOME", "");
    var base =
        Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(home).isAbsolute()
                ? Path.of(home, ".local", "state")
                : Path.of(System.getProperty("java.io.tmpdir"));
    return base.resolve("jcompose").resolve("locks");
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
