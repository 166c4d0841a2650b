package dev.jcompose.spec.git;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.remote.RemoteResources;
import dev.jcompose.spec.remote.RemoteSettings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SequencedMap;

/// Brings files out of git repositories, by means of the program `git`.
///
/// It keeps what it fetched below the user's folder for caches. A branch or tag is looked up anew
/// each time; a commit that is here already is not asked for again.
public final class GitRepositories implements RemoteResources {
  private static final Duration LIMIT = Duration.ofMinutes(5);
  private static final String SWITCH = "COMPOSE_EXPERIMENTAL_GIT_REMOTE";

  private final Programs programs;
  private final SequencedMap<String, String> environment;
  private final RemoteSettings settings;
  private final Duration limit;

  /// @param environment the variables of the process; they tell where the cache is, and are git's
  public GitRepositories(SequencedMap<String, String> environment) {
    this(new ChildProcesses(), environment, LIMIT);
  }

  /// @param limit how long one call of git may take
  public GitRepositories(
      Programs programs, SequencedMap<String, String> environment, Duration limit) {
    this.programs = programs;
    this.environment = Ordered.map(environment);
    this.settings = new RemoteSettings(environment);
    this.limit = limit;
  }

  @Override
  public LocalCopy fetch(RemoteReference reference) throws RemoteException {
    return switch (reference) {
      case RemoteReference.Oci _ ->
          throw new RemoteException(
              "files in registries cannot be read yet, only those in git repositories",
              "Fetch the file first, and name the local copy.");
      case RemoteReference.Git git -> fetch(git);
    };
  }

  private LocalCopy fetch(RemoteReference.Git reference) throws RemoteException {
    settings.checkAllowed(SWITCH, "files in git repositories");
    Path cache = settings.cache("repositories");
    GitProgram git = new GitProgram(programs, environment, limit);
    String commit = new Refs(git).commit(reference.repository(), reference.ref());
    Path checkout = new Checkouts(cache, git).of(reference.repository(), commit);
    return CheckedOutFile.find(checkout, reference.path());
  }
}
