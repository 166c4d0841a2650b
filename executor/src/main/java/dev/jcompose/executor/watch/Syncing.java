package dev.jcompose.executor.watch;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.copy.Placing;
import dev.jcompose.model.Command;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.watch.SyncedFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/// Brings containers the files that have changed, and removes from them those that are gone.
final class Syncing {
  /// Arguments of one command, in characters, well below what systems allow.
  private static final int LONGEST_COMMAND = 60_000;

  private final Engine engine;
  private final List<Placing.Placed> copied = new ArrayList<>();
  private final TreeSet<String> removed = new TreeSet<>();

  /// For what is there now.
  Syncing(Engine engine, List<SyncedFile> files) {
    this.engine = engine;
    for (SyncedFile file : files) {
      if (Files.exists(file.source(), LinkOption.NOFOLLOW_LINKS)) {
        if (file.whenGone() == SyncedFile.WhenGone.REMOVED || !Files.isDirectory(file.source())) {
          copied.add(new Placing.Placed(file.source(), file.target()));
        }
      } else if (file.whenGone() == SyncedFile.WhenGone.REMOVED) {
        removed.add(file.target());
      }
    }
  }

  /// Does it in a running container.
  ///
  /// @throws IOException if a file cannot be read
  void in(ContainerId container) throws InterruptedException, IOException {
    for (List<String> paths : commands()) {
      remove(container, paths);
    }
    if (!copied.isEmpty()) {
      Placing.place(engine.access(), container, copied);
    }
  }

  private List<List<String>> commands() {
    List<List<String>> commands = new ArrayList<>();
    int length = LONGEST_COMMAND;
    String folder = "";
    for (String path : removed) {
      if (!folder.isEmpty() && path.startsWith(folder)) {
        continue; // It goes with its folder.
      }
      folder = path + "/";
      if (length + path.length() >= LONGEST_COMMAND) {
        commands.add(new ArrayList<>());
        length = 0;
      }
      commands.getLast().add(path);
      length += path.length() + 1;
    }
    return commands;
  }

  /// As the superuser, who writes the files as well.
  private void remove(ContainerId container, List<String> paths) throws InterruptedException {
    List<String> words = new ArrayList<>(List.of("rm", "-rf", "--"));
    words.addAll(paths);
    ExecResult result =
        engine.exec(
            container,
            new Hook(
                new Command.Words(words),
                Optional.empty(),
                Optional.of("0"),
                false,
                Optional.empty(),
                Ordered.map(),
                false,
                Extensions.NONE));
    if (result.exitCode() != 0) {
      throw new EngineException(
          EngineException.Kind.OTHER,
          "cannot remove files from container %s: `rm` ended with %d: %s"
              .formatted(container.brief(), result.exitCode(), result.output().strip()));
    }
  }
}
