package dev.jcompose.spec.path;

import dev.jcompose.spec.remote.RemoteReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What relative paths start at.
///
/// @param base absolute, or relative to somewhere else
/// @param home what `~` stands for
record Folder(String base, Optional<String> home) {
  private static final List<String> REMOTE =
      List.of("https://", "http://", "git://", "ssh://", "github.com/", "git@");

  /// A path to a file or folder; `~` is the home directory.
  String path(String text) {
    String expanded = expandHome(text);
    return expanded.isEmpty() || expanded.startsWith("/") ? expanded : join(expanded);
  }

  /// A path to a file, or a reference to one elsewhere.
  String file(String text) {
    return RemoteReference.isRemote(text) ? text : path(text);
  }

  /// The same for something that is mounted: a Windows path may stand there too, and nothing at all
  /// is the folder itself.
  String mountable(String text) {
    String expanded = expandHome(text);
    return expanded.startsWith("/") || isWindowsAbsolute(expanded) ? expanded : join(expanded);
  }

  /// A build context: a folder, a URL, or another service's build.
  String context(String text) {
    boolean elsewhere =
        text.contains("://")
            || text.startsWith("service:")
            || REMOTE.stream().anyMatch(text::startsWith);
    return elsewhere ? text : path(text);
  }

  /// A watched path, its first symbolic link followed.
  String watched(String text) {
    String path = path(text);
    Path current = Path.of("/");
    for (Path part : Path.of(path)) {
      current = current.resolve(part);
      if (Files.isSymbolicLink(current)) {
        String link = current.toString();
        return follow(current).map(real -> path.replace(link, real)).orElse(path);
      }
    }
    return path;
  }

  private static Optional<String> follow(Path link) {
    try {
      return Optional.of(link.toRealPath().toString());
    } catch (IOException _) {
      return Optional.empty();
    }
  }

  private String expandHome(String text) {
    if (!text.startsWith("~") || home.isEmpty()) {
      return text;
    }
    return clean(home.get() + "/" + text.substring(1));
  }

  private String join(String relative) {
    return clean(base.isEmpty() ? relative : base + "/" + relative);
  }

  private static String clean(String path) {
    String normal = Path.of(path).normalize().toString();
    return normal.isEmpty() ? "." : normal;
  }

  private static boolean isWindowsAbsolute(String path) {
    return path.startsWith("\\\\")
        || (path.length() > 2
            && Character.isLetter(path.charAt(0))
            && path.charAt(1) == ':'
            && (path.charAt(2) == '\\' || path.charAt(2) == '/'));
  }
}
