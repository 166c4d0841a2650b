package dev.jcompose.spec.git;

import dev.jcompose.spec.remote.RemoteException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/// Tells which commit is meant.
record Refs(GitProgram git) {
  private static final Pattern COMMIT = Pattern.compile("[0-9a-f]{40}(?:[0-9a-f]{24})?");
  private static final Pattern ABBREVIATED = Pattern.compile("[0-9a-f]{4,39}");
  private static final int NO_SUCH_REF = 2;

  /// The commit, or the annotated tag that stands for it. A branch goes before a tag of the same
  /// name.
  String commit(String repository, Optional<String> ref) throws RemoteException {
    String wanted = ref.orElse("HEAD");
    if (COMMIT.matcher(wanted).matches()) {
      return wanted;
    }
    String shown = LastWords.safe(repository);
    Programs.Finished finished =
        git.run(Path.of("/"), "ls-remote", "--quiet", "--exit-code", "--", repository, wanted);
    if (finished.status() != 0 && finished.status() != NO_SUCH_REF) {
      throw new RemoteException("cannot read " + shown + ": " + LastWords.of(finished));
    }
    Map<String, String> offered = offered(finished.output());
    return List.of("refs/heads/" + wanted, "refs/tags/" + wanted, wanted).stream()
        .map(offered::get)
        .filter(Objects::nonNull)
        .findFirst()
        .orElseThrow(() -> unknown(shown, wanted));
  }

  private static RemoteException unknown(String repository, String ref) {
    String message = repository + " has no branch or tag `" + ref + "`";
    return ABBREVIATED.matcher(ref).matches()
        ? new RemoteException(message, "A commit is named by all of its 40 digits.")
        : new RemoteException(message);
  }

  private static Map<String, String> offered(String output) {
    Map<String, String> commits = new LinkedHashMap<>();
    output
        .lines()
        .map(line -> line.split("\t", 2))
        .filter(parts -> parts.length == 2 && COMMIT.matcher(parts[0]).matches())
        .forEach(parts -> commits.put(parts[1], parts[0]));
    return commits;
  }
}
