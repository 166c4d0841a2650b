package dev.jcompose.spec.remote;

import dev.jcompose.model.Ordered;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// What the user's variables say of files that come from elsewhere.
///
/// @param environment the variables of the process
public record RemoteSettings(SequencedMap<String, String> environment) {
  public RemoteSettings {
    environment = Ordered.map(environment);
  }

  /// Returns if a kind of such files may be used.
  ///
  /// @param variable the one that can turn it off, by a truth value as Go reads them
  /// @param files what it is about, in the plural
  /// @throws RemoteException if it does, or has another value
  public void checkAllowed(String variable, String files) throws RemoteException {
    String allowed = environment.getOrDefault(variable, "");
    switch (allowed) {
      case "", "1", "t", "T", "true", "TRUE", "True" -> {}
      case "0", "f", "F", "false", "FALSE", "False" ->
          throw new RemoteException(files + " are turned off by `" + variable + "`");
      default ->
          throw new RemoteException(
              "`" + variable + "` is `true` or `false`, and this is \"" + allowed + "\"");
    }
  }

  /// The folder where such files are kept, which docker compose uses as well.
  ///
  /// @param things what is kept, in the plural
  /// @throws RemoteException if no variable names an absolute path
  public Path cache(String things) throws RemoteException {
    return absolute("XDG_CACHE_HOME")
        .or(() -> absolute("HOME").map(home -> home.resolve(".cache")))
        .map(caches -> caches.resolve("docker-compose"))
        .orElseThrow(() ->
            new RemoteException(
                "there is no folder to keep " + things + " in",
                "Set `XDG_CACHE_HOME` or `HOME` to an absolute path."));
  }

  private Optional<Path> absolute(String variable) {
    return Optional.ofNullable(environment.get(variable)).map(Path::of).filter(Path::isAbsolute);
  }
}
