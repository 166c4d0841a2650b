package dev.jcompose.executor.watch;

import dev.jcompose.executor.IgnoreFile;
import dev.jcompose.model.Build;
import dev.jcompose.model.Command;
import dev.jcompose.model.Develop;
import dev.jcompose.model.Mount;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.WatchRule;
import dev.jcompose.planner.ignore.PathPatterns;
import dev.jcompose.planner.watch.WatchAction;
import dev.jcompose.planner.watch.WatchedPath;
import dev.jcompose.planner.watch.WatchedPath.Ignored;
import dev.jcompose.planner.watch.WatchedPath.Kind;
import dev.jcompose.planner.watch.Watching;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// Finds out what is watched for the services of a project, with what their build contexts ignore.
public final class WatchedPaths {
  private final List<WatchedPath> paths = new ArrayList<>();
  private final List<String> warnings = new ArrayList<>();

  private WatchedPaths() {}

  /// What the rules of these services say.
  ///
  /// @throws WatchException if there are none, or one cannot be followed
  public static WatchedPaths of(Project project, Collection<Service> services) {
    var found = new WatchedPaths();
    for (Service service : services) {
      for (WatchRule rule : service.develop().map(Develop::watch).orElse(List.of())) {
        found.add(service, rule);
      }
    }
    if (found.paths.isEmpty() && found.warnings.isEmpty()) {
      throw new WatchException(
          "none of the selected services of \""
              + project.name()
              + "\" says what to watch: `develop.watch` does");
    }
    return found;
  }

  /// All that is to be watched.
  public Watching watching() {
    return new Watching(paths);
  }

  /// What is left out, and why.
  public List<String> warnings() {
    return List.copyOf(warnings);
  }

  private void add(Service service, WatchRule rule) {
    var action = WatchAction.of(rule);
    var path = real(rule.path());
    var where = "services." + service.name() + ".develop.watch: " + rule.path();
    if (action == WatchAction.REBUILD && service.build().isEmpty()) {
      throw new WatchException(where + " is to rebuild the service, which has no `build`");
    }
    if (action == WatchAction.SYNC_EXEC && !hasCommand(rule)) {
      throw new WatchException(where + " is to run a command, and `exec` has none");
    }
    if (action.syncs() && isBound(service, path)) {
      warnings.add(where + " is not watched: the containers have it by a bind mount");
      return;
    }
    paths.add(
        new WatchedPath(
            service.name(),
            rule,
            action,
            path,
            kind(path),
            Stream.concat(
                    service.build().stream().flatMap(build -> context(build).stream()),
                    Stream.of(new Ignored(path, PathPatterns.of(rule.ignore()))))
                .toList(),
            PathPatterns.of(rule.include())));
  }

  private static boolean hasCommand(WatchRule rule) {
    return rule.exec()
        .filter(
            hook -> hook.command() instanceof Command.Words(List<String> words) && !words.isEmpty())
        .isPresent();
  }

  private static boolean isBound(Service service, Path path) {
    return service.storage().mounts().stream()
        .anyMatch(mount ->
            mount instanceof Mount.Bind bind && path.startsWith(real(Path.of(bind.source()))));
  }

  /// What the build leaves out does not matter to what is made by it. A context that leaves out all
  /// but some things is about the image alone, and says nothing here.
  private static List<Ignored> context(Build build) {
    Path context = Path.of(build.source().context()).normalize();
    if (!Files.isDirectory(context)) {
      return List.of();
    }
    try {
      String text =
          IgnoreFile.text(
              context, context.resolve(build.source().dockerfile().orElse("Dockerfile")));
      return text.lines().map(String::strip).anyMatch("*"::equals)
          ? List.of()
          : List.of(new Ignored(real(context), PathPatterns.parse(text)));
    } catch (IOException failure) {
      throw new WatchException(
          "cannot read what the build context " + context + " ignores: " + failure.getMessage());
    }
  }

  private static Kind kind(Path path) {
    return Files.isDirectory(path) ? Kind.FOLDER : Files.exists(path) ? Kind.FILE : Kind.NOTHING;
  }

  /// Without symbolic links, as far as the path is there.
  private static Path real(Path path) {
    Path there = path.normalize();
    while (there != null) {
      try {
        return there.toRealPath().resolve(there.relativize(path.normalize())).normalize();
      } catch (IOException _) {
        there = there.getParent();
      }
    }
    return path.normalize();
  }
}
