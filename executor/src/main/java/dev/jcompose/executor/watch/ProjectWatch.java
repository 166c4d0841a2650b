package dev.jcompose.executor.watch;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.SideBySide;
import dev.jcompose.model.Hook;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.watch.Reaction;
import dev.jcompose.planner.watch.SyncedFile;
import dev.jcompose.planner.watch.WatchedPath;
import dev.jcompose.planner.watch.Watching;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Watches files and keeps the containers of a project up with them, until it is interrupted.
///
/// Changes that come while something is done are dealt with together, afterwards. What fails is
/// told, and does not end it.
public final class ProjectWatch implements AutoCloseable {
  private final Engine engine;
  private final ProjectName project;
  private final Watching watching;
  private final FolderWatch folders;
  private final Acts acts;
  private final Consumer<WatchEvent> listener;

  /// What is done about services as a whole; it tells by itself what fails.
  public interface Acts {
    /// Builds images of services and replaces their containers; false when that failed.
    boolean rebuild(Collection<ServiceName> services) throws InterruptedException;

    /// Restarts the containers of services; false when that failed.
    boolean restart(Collection<ServiceName> services) throws InterruptedException;
  }

  private ProjectWatch(
      Engine engine,
      ProjectName project,
      Watching watching,
      FolderWatch folders,
      Acts acts,
      Consumer<WatchEvent> listener) {
    this.engine = engine;
    this.project = project;
    this.watching = watching;
    this.folders = folders;
    this.acts = acts;
    this.listener = listener;
  }

  /// Begins to watch. When this returns, no change is missed any more.
  ///
  /// @param listener called by the thread that runs it
  /// @throws WatchException if the system does not allow it
  public static ProjectWatch open(
      Engine engine,
      ProjectName project,
      Watching watching,
      Acts acts,
      Consumer<WatchEvent> listener) {
    var roots = watching.paths().stream().map(WatchedPath::path).distinct().toList();
    var folders = FolderWatch.open(roots, watching::mayCoverBelow);
    return new ProjectWatch(engine, project, watching, folders, acts, listener);
  }

  /// Does what is to be done, for ever.
  ///
  /// @throws WatchException if the system does not allow to watch what comes new
  public void run() throws InterruptedException {
    initialSync(watching.paths().stream().map(WatchedPath::service).distinct().toList());
    listener.accept(new WatchEvent.Enabled());
    while (true) {
      react(watching.reaction(folders.await()));
    }
  }

  private void initialSync(Collection<ServiceName> services) throws InterruptedException {
    if (watching.paths().stream().anyMatch(path -> path.rule().initialSync())) {
      sync(watching.initialSync(services, folders.present()));
    }
  }

  private void react(Reaction reaction) throws InterruptedException {
    if (!reaction.rebuilt().isEmpty()) {
      listener.accept(new WatchEvent.Rebuilding(List.copyOf(reaction.rebuilt())));
      if (acts.rebuild(reaction.rebuilt())) {
        initialSync(reaction.rebuilt());
      }
    }
    sync(reaction.synced());
    if (!reaction.restarted().isEmpty() && acts.restart(reaction.restarted())) {
      listener.accept(new WatchEvent.Restarted(List.copyOf(reaction.restarted())));
    }
    for (var commands : reaction.executed().entrySet()) {
      attempt(commands.getKey(), () -> execute(commands.getKey(), commands.getValue()));
    }
  }

  private void sync(SequencedMap<ServiceName, List<SyncedFile>> synced)
      throws InterruptedException {
    for (var files : synced.entrySet()) {
      attempt(files.getKey(), () -> sync(files.getKey(), files.getValue()));
    }
  }

  private void sync(ServiceName service, List<SyncedFile> files)
      throws InterruptedException, IOException {
    var containers = running(service);
    listener.accept(new WatchEvent.Syncing(service, files, containers.size()));
    var syncing = new Syncing(engine, files);
    var failures =
        SideBySide.all(
            containers.stream()
                .map(container ->
                    (SideBySide.Call<Optional<String>>) () -> failure(syncing, container))
                .toList());
    failures.stream()
        .flatMap(Optional::stream)
        .forEach(why -> listener.accept(new WatchEvent.Failed(service, why)));
  }

  /// The other replicas get the files all the same.
  private static Optional<String> failure(Syncing syncing, ObservedContainer container)
      throws InterruptedException {
    try {
      syncing.in(container.id());
      return Optional.empty();
    } catch (EngineException failure) {
      return Optional.of(container.name() + ": " + failure.getMessage());
    } catch (IOException failure) {
      return Optional.of("cannot read a file: " + failure.getMessage());
    }
  }

  private void execute(ServiceName service, List<Hook> commands)
      throws InterruptedException, IOException {
    for (ObservedContainer container : running(service)) {
      for (Hook command : commands) {
        ExecResult result =
            engine.exec(
                container.id(),
                command,
                line -> listener.accept(new WatchEvent.Wrote(container, line)));
        if (result.exitCode() != 0) {
          var why = container.name() + ": the command ended with " + result.exitCode();
          listener.accept(new WatchEvent.Failed(service, why));
        }
      }
    }
  }

  private List<ObservedContainer> running(ServiceName service) throws InterruptedException {
    return engine.containers(project).stream()
        .filter(container ->
            !container.isOneOff()
                && !container.isHook()
                && container.status().isRunning()
                && container.service().filter(service::equals).isPresent())
        .toList();
  }

  private interface Attempt {
    void run() throws InterruptedException, IOException;
  }

  private void attempt(ServiceName service, Attempt attempt) throws InterruptedException {
    try {
      attempt.run();
    } catch (EngineException | IOException failure) {
      listener.accept(new WatchEvent.Failed(service, String.valueOf(failure.getMessage())));
    }
  }

  @Override
  public void close() {
    folders.close();
  }
}
