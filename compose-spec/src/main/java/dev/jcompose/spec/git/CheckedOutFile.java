package dev.jcompose.spec.git;

import dev.jcompose.spec.remote.LocalCopy;
import dev.jcompose.spec.remote.RemoteException;
import dev.jcompose.spec.source.DefaultFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds the Compose file in a checked-out repository.
final class CheckedOutFile {
  private CheckedOutFile() {}

  /// The file at that path, or in the folder there the first with one of the usual names.
  static LocalCopy find(Path checkout, Optional<String> path) throws RemoteException {
    Path named = path.map(checkout::resolve).orElse(checkout).normalize();
    if (!Files.exists(named)) {
      throw new RemoteException("there is no " + path.orElse("") + " in the repository");
    }
    Path file = Files.isDirectory(named) ? usual(named, path) : named;
    if (!isWithin(checkout, file)) {
      throw new RemoteException(
          checkout.relativize(file) + " is a link that leads out of the repository");
    }
    return new LocalCopy(file, checkout);
  }

  private static Path usual(Path folder, Optional<String> path) throws RemoteException {
    return DefaultFiles.NAMES.stream()
        .map(folder::resolve)
        .filter(Files::exists)
        .findFirst()
        .orElseThrow(() ->
            new RemoteException(
                "there is no Compose file in " + path.orElse("the root of the repository"),
                "Looked for " + String.join(", ", DefaultFiles.NAMES) + "."));
  }

  private static boolean isWithin(Path checkout, Path file) throws RemoteException {
    try {
      return file.toRealPath().startsWith(checkout.toRealPath());
    } catch (IOException _) {
      throw new RemoteException(checkout.relativize(file) + " cannot be read");
    }
  }
}
