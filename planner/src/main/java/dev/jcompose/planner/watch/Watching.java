package dev.jcompose.planner.watch;

import dev.jcompose.model.Hook;
import dev.jcompose.model.ServiceName;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/// All that is watched for a project.
public record Watching(List<WatchedPath> paths) {
  public Watching {
    paths = List.copyOf(paths);
  }

  /// Whether anything is to be done about that file or folder.
  public boolean covers(Path file) {
    return paths.stream().anyMatch(path -> path.covers(file));
  }

  /// Whether something in that folder may matter, so that it has to be watched.
  public boolean mayCoverBelow(Path folder) {
    return paths.stream().anyMatch(path -> path.mayCoverBelow(folder));
  }

  /// What is to be done about these changed files and folders. The order in which they are given
  /// does not matter. A service that is rebuilt needs no restart but for files that come later.
  public Reaction reaction(Collection<Path> changed) {
    SequencedSet<ServiceName> rebuilt = new TreeSet<>();
    SequencedSet<ServiceName> restarted = new TreeSet<>();
    SequencedMap<ServiceName, SequencedSet<SyncedFile>> synced = new TreeMap<>();
    SequencedMap<ServiceName, List<Hook>> executed = new TreeMap<>();
    List<Path> sorted = changed.stream().sorted().distinct().toList();
    for (WatchedPath path : paths) {
      List<Path> covered = sorted.stream().filter(path::covers).toList();
      if (covered.isEmpty()) {
        continue;
      }
      ServiceName service = path.service();
      for (Path file : covered) {
        path.synced(file)
            .ifPresent(one -> synced.computeIfAbsent(service, _ -> new LinkedHashSet<>()).add(one));
      }
      switch (path.action()) {
        case SYNC -> {}
        case REBUILD -> rebuilt.add(service);
        case RESTART, SYNC_RESTART -> restarted.add(service);
        case SYNC_EXEC ->
            executed.merge(service, path.rule().exec().stream().toList(), Watching::joined);
      }
    }
    restarted.removeIf(service -> rebuilt.contains(service) && !synced.containsKey(service));
    return new Reaction(rebuilt, lists(synced), restarted, executed);
  }

  /// What is to be done at the beginning, and for containers made anew, so that they have what is
  /// there.
  ///
  /// @param services those that are meant
  /// @param present all files and folders below the watched paths
  public SequencedMap<ServiceName, List<SyncedFile>> initialSync(
      Collection<ServiceName> services, Collection<Path> present) {
    var initial =
        paths.stream()
            .filter(path -> path.rule().initialSync() && services.contains(path.service()))
            .toList();
    return new Watching(initial).reaction(present).synced();
  }

  private static List<Hook> joined(List<Hook> first, List<Hook> second) {
    var all = new LinkedHashSet<>(first);
    all.addAll(second);
    return List.copyOf(all);
  }

  private static SequencedMap<ServiceName, List<SyncedFile>> lists(
      SequencedMap<ServiceName, SequencedSet<SyncedFile>> sets) {
    var lists = new LinkedHashMap<ServiceName, List<SyncedFile>>();
    sets.forEach((service, files) -> lists.put(service, List.copyOf(files)));
    return lists;
  }
}
