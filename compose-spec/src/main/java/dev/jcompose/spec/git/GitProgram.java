package dev.jcompose.spec.git;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.remote.RemoteException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.concurrent.TimeoutException;

/// The program `git`, asking nobody anything, and unaware of any repository it may be started in.
final class GitProgram {
  private static final List<String> ABOUT_ANOTHER_REPOSITORY =
      List.of(
          "GIT_DIR",
          "GIT_WORK_TREE",
          "GIT_COMMON_DIR",
          "GIT_INDEX_FILE",
          "GIT_OBJECT_DIRECTORY",
          "GIT_ALTERNATE_OBJECT_DIRECTORIES",
          "GIT_NAMESPACE",
          "GIT_PREFIX",
          "GIT_SHALLOW_FILE");

  private final Programs programs;
  private final SequencedMap<String, String> environment;
  private final Duration limit;

  /// @param limit how long each call may take
  GitProgram(Programs programs, SequencedMap<String, String> environment, Duration limit) {
    this.programs = programs;
    this.environment = quiet(environment);
    this.limit = limit;
  }

  private static SequencedMap<String, String> quiet(SequencedMap<String, String> environment) {
    SequencedMap<String, String> quiet = new LinkedHashMap<>(environment);
    ABOUT_ANOTHER_REPOSITORY.forEach(quiet::remove);
    quiet.put("GIT_TERMINAL_PROMPT", "0");
    quiet.put("LC_ALL", "C.UTF-8");
    quiet.put("SSH_ASKPASS_REQUIRE", "never");
    quiet.putIfAbsent("GIT_ASKPASS", "");
    quiet.putIfAbsent("GIT_ALLOW_PROTOCOL", "file:git:http:https:ssh");
    if (!quiet.containsKey("GIT_SSH")) {
      quiet.putIfAbsent("GIT_SSH_COMMAND", "ssh -o BatchMode=yes -o ControlMaster=no");
    }
    return Ordered.map(quiet);
  }

  /// Runs git there with these arguments; any exit status will do.
  ///
  /// @throws RemoteException if it cannot be run to its end
  Programs.Finished run(Path directory, String... arguments) throws RemoteException {
    List<String> words = new ArrayList<>(List.of("git", "-c", "core.hooksPath=/dev/null"));
    words.addAll(List.of(arguments));
    try {
      return programs.run(new Programs.Command(words, directory, environment, limit));
    } catch (IOException _) {
      throw new RemoteException(
          "the program `git` cannot be started",
          "Install git and have it on the `PATH`; references to repositories need it.");
    } catch (TimeoutException _) {
      throw new RemoteException("git takes longer than " + limit.toSeconds() + " seconds");
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
      throw new RemoteException("interrupted");
    }
  }

  /// The same, but anything else than success is a failure.
  ///
  /// @param aim what is not reached then
  void must(String aim, Path directory, String... arguments) throws RemoteException {
    Programs.Finished finished = run(directory, arguments);
    if (finished.status() != 0) {
      throw new RemoteException(aim + ": " + LastWords.of(finished));
    }
  }
}
