package dev.jcompose.spec.remote;

/// Brings files from elsewhere onto this machine.
///
/// It is asked once for each reference in a load, by the thread that loads; several loads may ask
/// at once. If that thread is interrupted, it gives up at once, and leaves the thread interrupted.
@FunctionalInterface
public interface RemoteResources {
  /// Brings nothing.
  RemoteResources NONE =
      _ -> {
        throw new RemoteException(
            "files from elsewhere are not fetched here",
            "Fetch the file first, and name the local copy.");
      };

  /// The Compose file that is meant.
  ///
  /// @throws RemoteException if it cannot be had
  LocalCopy fetch(RemoteReference reference) throws RemoteException;
}
