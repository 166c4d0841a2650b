package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/// Watches containers of a project come and go, by the engine's events, until all have ended.
///
/// It is opened before a plan is carried out, so that nothing is missed, and waited for afterwards.
/// A container that its restart policy starts again has not ended.
public final class ExitWatch implements AutoCloseable {
  private static final int BARREN_STREAMS = 5;

  private final Engine engine;
  private final ProjectName project;
  private final Predicate<ObservedContainer> which;
  private final Listener listener;
  private final BlockingQueue<Mail> mailbox = new LinkedBlockingQueue<>();
  private final CompletableFuture<List<Exit>> end = new CompletableFuture<>();
  private final Map<ContainerId, ObservedContainer> alive = new LinkedHashMap<>();
  private final Map<ContainerId, Exit> exits = new LinkedHashMap<>();

  /// Those that ended before a list arrived that was taken earlier, and shows them running.
  private final Set<ContainerId> endedUnseen = new HashSet<>();

  private EventStream stream;
  private Thread thread;
  private final Patience patience = new Patience();
  private Predicate<ObservedContainer> awaited = _ -> true;
  private boolean endWanted;
  private final AtomicInteger holds = new AtomicInteger();
  private int barren;

  /// How a container ended.
  public record Exit(ObservedContainer container, int exitCode) {}

  /// Hears of containers; its methods are called by one thread, and return soon.
  public interface Listener {
    /// Called for each container that is there when the watch opens, running or not.
    default void found(ObservedContainer container) {}

    /// Called for each that runs when the watch opens, and at each start and restart from then on.
    default void started(ObservedContainer container) {}

    /// Called when a container has ended and will not be started again by itself.
    default void ended(Exit exit) {}
  }

  private sealed interface Mail {
    record Snapshot(List<ObservedContainer> containers) implements Mail {}

    record Happened(ContainerEvent event) implements Mail {}

    record Broken() implements Mail {}

    record EndWanted(Predicate<ObservedContainer> awaited) implements Mail {}

    record Released() implements Mail {}
  }

  private ExitWatch(
      Engine engine, ProjectName project, Predicate<ObservedContainer> which, Listener listener)
      throws InterruptedException {
    this.engine = engine;
    this.project = project;
    this.which = which;
    this.listener = listener;
    this.stream = engine.events(project, new Post());
    this.thread = Thread.ofPlatform().daemon().name("watch of " + project).unstarted(this::watch);
  }

  /// Starts to watch. When this returns, nothing is missed any more.
  ///
  /// @param which those that are watched
  public static ExitWatch open(
      Engine engine, ProjectName project, Predicate<ObservedContainer> which, Listener listener)
      throws InterruptedException {
    var watch = new ExitWatch(engine, project, which, listener);
    try {
      watch.mailbox.add(new Mail.Snapshot(engine.containers(project)));
    } catch (EngineException | InterruptedException failure) {
      watch.stream.close();
      throw failure;
    }
    watch.thread.start();
    return watch;
  }

  /// Waits until none of the watched containers runs any more, and gives how each ended, in that
  /// order. May be called again after an interrupt. Once it is closed, it gives those that have
  /// ended before.
  public List<Exit> awaitEnd() throws InterruptedException {
    return awaitEnd(_ -> true);
  }

  /// Waits until none of those that count runs any more, whatever the others do; they are no longer
  /// watched then.
  public List<Exit> awaitEnd(Predicate<ObservedContainer> counts) throws InterruptedException {
    mailbox.add(new Mail.EndWanted(counts));
    try {
      return end.get();
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof EngineException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("a watch ended by a bug", failure);
    }
  }

  /// Until it is closed, that no container runs is not the end: they are being replaced.
  public Hold hold() {
    holds.incrementAndGet();
    return () -> mailbox.add(new Mail.Released());
  }

  /// Keeps a watch from ending.
  public interface Hold extends AutoCloseable {
    @Override
    void close();
  }

  /// Those that ran when the watch ended.
  Set<ContainerId> alive() {
    return Set.copyOf(alive.keySet());
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private void watch() {
    try {
      end.complete(untilEnd());
    } catch (InterruptedException _) {
      end.complete(List.copyOf(exits.values())); // Closed.
    } catch (RuntimeException | Error failure) {
      end.completeExceptionally(failure);
    }
  }

  private List<Exit> untilEnd() throws InterruptedException {
    try {
      while (!isEnd()) {
        openPatiently(mailbox.take());
      }
      return List.copyOf(exits.values());
    } finally {
      stream.close();
    }
  }

  private boolean isEnd() {
    return endWanted
        && alive.values().stream().noneMatch(awaited)
        && holds.get() == 0
        && mailbox.isEmpty();
  }

  /// While the engine does not answer, as when it is restarted, it is tried again for a while; then
  /// all is looked at afresh, so that nothing is lost.
  private void openPatiently(Mail mail) throws InterruptedException {
    try {
      open(mail);
      patience.restore();
    } catch (EngineException failure) {
      Thread.sleep(patience.after(failure));
      mailbox.add(new Mail.Broken());
    }
  }

  private void open(Mail mail) throws InterruptedException {
    switch (mail) {
      case Mail.Snapshot(var containers) -> compare(containers);
      case Mail.Happened(ContainerEvent event) -> {
        barren = 0;
        happened(event);
      }
      case Mail.Broken() -> reopen();
      case Mail.EndWanted(var counts) -> {
        endWanted = true;
        awaited = counts;
        compare(engine.containers(project)); // An event may still be on its way.
      }
      case Mail.Released() -> {
        try {
          compare(engine.containers(project)); // As above.
        } finally {
          holds.decrementAndGet();
        }
      }
    }
  }

  /// Finds out what has happened since the last look, of which there was no event.
  private void compare(List<ObservedContainer> containers) throws InterruptedException {
    for (ObservedContainer container : containers) {
      var mayHaveEnded = endedUnseen.remove(container.id());
      if (which.test(container)) {
        listener.found(container);
        if (container.status().isUp() && alive.put(container.id(), container) == null) {
          started(container);
          if (mayHaveEnded) {
            lookAgain(container);
          }
        }
      }
    }
    endedUnseen.clear();
    for (ObservedContainer container : List.copyOf(alive.values())) {
      if (containers.stream()
          .noneMatch(one -> one.id().equals(container.id()) && one.status().isUp())) {
        lookAgain(container);
      }
    }
  }

  private void happened(ContainerEvent event) throws InterruptedException {
    ObservedContainer known = alive.get(event.container());
    switch (event.action()) {
      case "start" -> {
        var container = engine.container(event.container()).filter(which);
        container.ifPresent(one -> {
          alive.put(one.id(), one);
          started(one);
        });
        if (container.isPresent() && !container.get().status().isUp()) {
          lookAgain(container.get());
        }
      }
      case "die", "destroy" -> {
        if (known != null) {
          lookAgain(known);
        } else {
          endedUnseen.add(event.container());
        }
      }
      default -> {}
    }
  }

  private void started(ObservedContainer container) {
    exits.remove(container.id());
    listener.started(container);
  }

  /// A watched container may have ended.
  private void lookAgain(ObservedContainer known) throws InterruptedException {
    var now = engine.container(known.id());
    if (now.filter(container -> container.status().isUp()).isEmpty()) {
      alive.remove(known.id());
      var exit =
          new Exit(
              now.orElse(known), now.flatMap(container -> container.status().exitCode()).orElse(0));
      exits.put(known.id(), exit);
      listener.ended(exit);
    }
  }

  private void reopen() throws InterruptedException {
    stream.close();
    stream = engine.events(project, new Post());
    barren++;
    if (barren > BARREN_STREAMS) {
      throw new EngineException(
          EngineException.Kind.OTHER, "cannot watch: the engine ends its stream of events");
    }
    compare(engine.containers(project));
  }

  /// Puts what one stream brings into the mailbox.
  private final class Post implements EventListener {
    @Override
    public void happened(ContainerEvent event) {
      mailbox.add(new Mail.Happened(event));
    }

    @Override
    public void ended() {
      mailbox.add(new Mail.Broken());
    }
  }
}
