package dev.jcompose.spec.remote;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// How a file that is elsewhere is named.
public sealed interface RemoteReference {

  /// An artifact in a registry.
  ///
  /// @param address without `oci://`
  record Oci(String address) implements RemoteReference {}

  /// A file or folder in a git repository.
  ///
  /// @param repository as git understands it; never an option
  /// @param ref a branch, a tag or a whole commit; empty for what the repository offers by itself
  /// @param path relative to the repository's root, and within it; empty for the root itself
  record Git(String repository, Optional<String> ref, Optional<String> path)
      implements RemoteReference {
    public Git {
      if (repository.startsWith("-")) {
        throw new IllegalArgumentException("an option: " + repository);
      }
    }
  }

  /// Whether that text names something elsewhere, rightly or wrongly.
  static boolean isRemote(String text) {
    String start = text.substring(0, Math.min(text.length(), 11)).toLowerCase(Locale.ROOT);
    return List.of("oci://", "git://", "ssh://", "http://", "https://", "file://", "github.com/")
            .stream()
            .anyMatch(start::startsWith)
        || (text.indexOf('@') > 0 && GitAddress.isUserAndHost(text));
  }

  /// What that text names, which {@link #isRemote is remote}.
  ///
  /// @throws RemoteException if it names it wrongly
  static RemoteReference parse(String text) throws RemoteException {
    if (text.startsWith("oci://")) {
      return new Oci(text.substring("oci://".length()));
    }
    if (text.startsWith("file://")) {
      throw new RemoteException(
          "`file://` names nothing that can be fetched", "Name the path itself.");
    }
    return GitAddress.parse(text);
  }
}
