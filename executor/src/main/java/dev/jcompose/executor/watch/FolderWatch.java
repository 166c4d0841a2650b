package dev.jcompose.executor.watch;

import java.io.IOException;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Predicate;

/// Hears of changes of files below some paths, by what the system tells: nothing is looked at again
/// and again.
///
/// The system tells of folders, each for itself. A path that is not there is waited for in the
/// nearest folder above it that is. Symbolic links are not followed. It is used by one thread.
final class FolderWatch implements AutoCloseable {
  /// Changes belong together when no more time than that is between them: a file is written in
  /// several steps, and often under another name first.
  private static final Duration QUIET = Duration.ofMillis(100);

  /// Changes that never rest are told all the same.
  private static final Duration LONGEST = Duration.ofSeconds(2);

  private final WatchService service;
  private final List<Path> roots;
  private final Predicate<Path> matters;
  private final Map<WatchKey, Folder> folders = new HashMap<>();
  private final Map<Path, WatchKey> keys = new HashMap<>();
  private Set<Path> changed = new TreeSet<>();

  /// A watched folder.
  ///
  /// @param whole whether everything in it counts; if not, only what leads to a root does
  /// @param names of what is in it and counts
  private record Folder(Path path, boolean whole, Set<String> names) {}

  private FolderWatch(WatchService service, Collection<Path> roots, Predicate<Path> matters) {
    this.service = service;
    this.roots = List.copyOf(roots);
    this.matters = matters;
  }

  /// Begins to watch. When this returns, nothing is missed any more.
  ///
  /// @param roots absolute paths of files and folders
  /// @param matters whether anything in a folder below a root counts; what does not is not watched
  /// @throws WatchException if the system does not allow it
  static FolderWatch open(Collection<Path> roots, Predicate<Path> matters) {
    FolderWatch watch;
    try {
      watch = new FolderWatch(FileSystems.getDefault().newWatchService(), roots, matters);
    } catch (IOException failure) {
      throw refused(failure, "fs.inotify.max_user_instances");
    }
    try {
      roots.forEach(root -> watch.towards(root, _ -> {}));
      return watch;
    } catch (WatchException failure) {
      watch.close();
      throw failure;
    }
  }

  private static WatchException refused(IOException failure, String setting) {
    return new WatchException(
        "cannot watch files: %s. How many may be watched is set by %s; `ignore` leaves folders out."
            .formatted(failure.getMessage(), setting));
  }

  /// All files and folders below the roots that are there.
  List<Path> present() {
    var present = new ArrayList<Path>();
    for (Folder folder : folders.values()) {
      folder.names.forEach(name -> present.add(folder.path.resolve(name)));
    }
    return present;
  }

  /// Waits for changes, and then until nothing more comes for a moment. What has changed may be
  /// gone by then, and may not matter.
  Set<Path> await() throws InterruptedException {
    try {
      while (changed.isEmpty()) {
        hear(service.take());
        long end = System.nanoTime() + LONGEST.toNanos();
        WatchKey next = service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS);
        while (next != null) {
          hear(next);
          boolean goesOn = System.nanoTime() < end;
          next = goesOn ? service.poll(QUIET.toMillis(), TimeUnit.MILLISECONDS) : null;
        }
      }
    } catch (ClosedWatchServiceException _) {
      throw new InterruptedException("the watch was closed");
    }
    Set<Path> all = changed;
    changed = new TreeSet<>();
    return all;
  }

  private void hear(WatchKey key) {
    Folder folder = folders.get(key);
    for (WatchEvent<?> event : key.pollEvents()) {
      if (folder == null) {
        continue; // It was moved away.
      }
      if (event.kind().equals(StandardWatchEventKinds.OVERFLOW)) {
        compare(folder);
      } else if (event.context() instanceof Path name) {
        Path child = folder.path.resolve(name);
        if (counts(folder, child)) {
          hear(event.kind(), folder, child);
        }
      }
    }
    if (!key.reset() && folder != null) {
      forget(folder.path);
      roots.stream().filter(root -> root.startsWith(folder.path)).forEach(this::again);
    }
  }

  private void hear(WatchEvent.Kind<?> kind, Folder folder, Path child) {
    if (kind.equals(StandardWatchEventKinds.ENTRY_DELETE)) {
      vanished(folder, child);
    } else if (kind.equals(StandardWatchEventKinds.ENTRY_CREATE)) {
      appeared(folder, child);
    } else {
      changed.add(child);
    }
  }

  private void again(Path root) {
    towards(root, changed::add);
  }

  /// The system had too much to tell: all that is there may have changed.
  private void compare(Folder folder) {
    var now = new HashSet<String>();
    list(folder.path, child -> now.add(child.getFileName().toString()));
    for (String name : List.copyOf(folder.names)) {
      if (!now.contains(name)) {
        vanished(folder, folder.path.resolve(name));
      }
    }
    for (String name : now) {
      Path child = folder.path.resolve(name);
      if (counts(folder, child)) {
        appeared(folder, child);
      }
    }
  }

  private void vanished(Folder folder, Path child) {
    folder.names.remove(child.getFileName().toString());
    changed.add(child);
    if (keys.containsKey(child)) {
      forget(child);
    }
  }

  private void appeared(Folder folder, Path child) {
    folder.names.add(child.getFileName().toString());
    changed.add(child);
    descend(child, changed::add);
  }

  /// A folder that was moved would tell of what happens at its new place.
  private void forget(Path path) {
    for (var each : List.copyOf(keys.entrySet())) {
      if (each.getKey().startsWith(path)) {
        each.getValue().cancel();
        folders.remove(each.getValue());
        keys.remove(each.getKey());
      }
    }
  }

  private boolean counts(Folder folder, Path child) {
    return folder.whole || leads(child);
  }

  private boolean leads(Path path) {
    return roots.stream().anyMatch(root -> root.startsWith(path));
  }

  private void towards(Path root, Consumer<Path> found) {
    Path nearest = root.getParent();
    while (nearest != null && !Files.isDirectory(nearest)) {
      nearest = nearest.getParent();
    }
    if (nearest == null) {
      throw new WatchException("cannot watch " + root + ": it is no path below a folder");
    }
    watch(nearest, found);
  }

  private void descend(Path path, Consumer<Path> found) {
    if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS) && (leads(path) || matters.test(path))) {
      watch(path, found);
    }
  }

  /// Watches a folder and those below it. It is watched first and listed then, so that nothing is
  /// missed in between.
  private void watch(Path path, Consumer<Path> found) {
    WatchKey key;
    try {
      key =
          path.register(
              service,
              StandardWatchEventKinds.ENTRY_CREATE,
              StandardWatchEventKinds.ENTRY_DELETE,
              StandardWatchEventKinds.ENTRY_MODIFY);
    } catch (NoSuchFileException | NotDirectoryException _) {
      return; // It has vanished meanwhile.
    } catch (IOException failure) {
      throw refused(failure, "fs.inotify.max_user_watches");
    }
    if (folders.containsKey(key)) {
      return;
    }
    var folder = new Folder(path, matters.test(path), new HashSet<>());
    folders.put(key, folder);
    keys.put(path, key);
    list(
        path,
        child -> {
          if (counts(folder, child)) {
            folder.names.add(child.getFileName().toString());
            found.accept(child);
            descend(child, found);
          }
        });
  }

  private static void list(Path folder, Consumer<Path> each) {
    try (DirectoryStream<Path> children = Files.newDirectoryStream(folder)) {
      children.forEach(each);
    } catch (NoSuchFileException | NotDirectoryException _) {
      // It has vanished meanwhile, which its parent tells.
    } catch (IOException | DirectoryIteratorException failure) {
      throw new WatchException("cannot read the folder " + folder + ": " + failure.getMessage());
    }
  }

  @Override
  public void close() {
    try {
      service.close();
    } catch (IOException failure) {
      throw new WatchException("cannot end the watch of files: " + failure.getMessage());
    }
  }
}
