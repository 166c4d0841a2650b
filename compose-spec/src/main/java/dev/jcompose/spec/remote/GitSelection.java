package dev.jcompose.spec.remote;

import java.nio.file.Path;
import java.util.Optional;

/// What is meant of a repository: `?ref=main&subdir=shop` or `#main:shop`, or both if they do not
/// say the same thing twice.
record GitSelection(Optional<String> ref, Optional<String> path) {

  static GitSelection parse(String text) throws RemoteException {
    int hash = text.indexOf('#');
    String query = hash < 0 ? text : text.substring(0, hash);
    String fragment = hash < 0 ? "" : text.substring(hash + 1);
    int colon = fragment.indexOf(':');
    GitSelection selection = new GitSelection(Optional.empty(), Optional.empty());
    for (String option : query.isEmpty() ? new String[0] : query.substring(1).split("&", -1)) {
      selection = selection.with(option);
    }
    selection = selection.withRef(colon < 0 ? fragment : fragment.substring(0, colon));
    return selection.withPath(colon < 0 ? "" : fragment.substring(colon + 1));
  }

  private GitSelection with(String option) throws RemoteException {
    int equals = option.indexOf('=');
    String value = equals < 0 ? "" : option.substring(equals + 1);
    return switch (equals < 0 ? option : option.substring(0, equals)) {
      case "ref" -> withRef(value);
      case "branch" -> withRef(value.isEmpty() ? "" : "refs/heads/" + value);
      case "tag" -> withRef(value.isEmpty() ? "" : "refs/tags/" + value);
      case "subdir" -> withPath(value);
      default ->
          throw new RemoteException(
              "`" + option + "` is no option of a git reference",
              "They are `ref`, `branch`, `tag` and `subdir`; a commit may stand in `ref`.");
    };
  }

  private GitSelection withRef(String other) throws RemoteException {
    if (other.isEmpty()) {
      return this;
    }
    if (ref.isPresent()) {
      throw new RemoteException("the reference names two refs");
    }
    return new GitSelection(Optional.of(other), path);
  }

  private GitSelection withPath(String other) throws RemoteException {
    if (other.isEmpty()) {
      return this;
    }
    if (path.isPresent()) {
      throw new RemoteException("the reference names two paths");
    }
    return new GitSelection(ref, Optional.of(within(other)));
  }

  private static String within(String path) throws RemoteException {
    if (path.startsWith("/") || path.indexOf(':') >= 0 || path.indexOf('\0') >= 0) {
      throw new RemoteException("a path in a repository is relative, and this is " + path);
    }
    for (Path part : Path.of(path)) {
      if (part.toString().equals("..")) {
        throw new RemoteException("the path " + path + " leads out of the repository");
      }
    }
    return path;
  }
}
