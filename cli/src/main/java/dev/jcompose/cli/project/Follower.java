package dev.jcompose.cli.project;

import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EventListener;
import dev.jcompose.executor.EventStream;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Predicate;

/// Follows the containers of a project: prints what they write, and tells when they end. Containers
/// that start later are followed from their first line.
///
/// A virtual thread reads each log. Everything else happens on the thread that calls {@link
/// #next()}.
final class Follower implements AutoCloseable {
  private final Engine engine;
  private final LogPrinter printer;
  private final Predicate<ServiceName> watched;
  private final Predicate<ServiceName> shown;
  private final LogOptions options;
  private final BlockingQueue<Message> messages = new LinkedBlockingQueue<>();
  private final Map<ContainerId, Thread> readers = new HashMap<>();
  private final Set<ContainerId> begun = new HashSet<>();
  private final Set<ContainerId> adopted = new HashSet<>();
  private final EventStream events;

  /// Something that the reading threads or the engine tell.
  private sealed interface Message {
    record Began(ContainerId id, Instant time) implements Message {}

    record LogEnded(Followed container) implements Message {}

    record StreamEnded() implements Message {}

    record Woken() implements Message {}
  }

  /// A container that has ended.
  record End(Followed container, int exitCode) {}

  /// @param watched whose ends are told
  /// @param shown whose lines are printed
  Follower(
      Engine engine,
      ProjectName project,
      LogPrinter printer,
      Predicate<ServiceName> watched,
      Predicate<ServiceName> shown,
      LogOptions options)
      throws InterruptedException {
    this.engine = engine;
    this.printer = printer;
    this.watched = watched;
    this.shown = shown;
    this.options = options;
    this.events = engine.events(project, new Listener());
  }

  private final class Listener implements EventListener {
    @Override
    public void happened(ContainerEvent event) {
      if (event.action().equals("start")
          && !"True".equals(event.attributes().get(Labels.ONE_OFF))) {
        messages.add(new Message.Began(event.container(), event.time()));
      }
    }

    @Override
    public void ended() {
      messages.add(new Message.StreamEnded());
    }
  }

  /// Reads the log of a container that runs already.
  void follow(ObservedContainer container, LogOptions from) {
    Followed.of(container)
        .filter(followed -> watched.test(followed.service()))
        .filter(followed -> !readers.containsKey(followed.id()))
        .ifPresent(followed -> read(followed, from));
  }

  /// Reads the log of a container that was started, however it is now, unless that has begun.
  void adopt(ObservedContainer container, LogOptions from) {
    if (!readers.containsKey(container.id()) && !begun.contains(container.id())) {
      adopted.add(container.id());
      follow(container, from);
    }
  }

  /// Whether any container is being followed.
  boolean isFollowing() {
    return !readers.isEmpty();
  }

  /// Makes {@link #next()} return once, if it waits, without an end.
  void wake() {
    messages.add(new Message.Woken());
  }

  /// Waits until a container ends for good, or {@link #wake()} is called.
  Optional<End> next() throws InterruptedException {
    while (true) {
      switch (messages.take()) {
        case Message.Began(ContainerId id, Instant time) -> began(id, time);
        case Message.LogEnded(Followed container) -> {
          var end = ended(container);
          if (end.isPresent()) {
            return end;
          }
        }
        case Message.StreamEnded() ->
            throw new EngineException(
                EngineException.Kind.OTHER, "the engine has ended its stream of events");
        case Message.Woken() -> {
          return Optional.empty();
        }
      }
    }
  }

  private void began(ContainerId id, Instant time) throws InterruptedException {
    begun.add(id);
    if (!adopted.remove(id) && !readers.containsKey(id)) {
      var since =
          new LogOptions(
              true, Optional.empty(), Optional.of(time), Optional.empty(), options.timestamps());
      engine.container(id).ifPresent(container -> follow(container, since));
    }
  }

  /// One that the engine starts again is followed again when it does.
  private Optional<End> ended(Followed container) throws InterruptedException {
    readers.remove(container.id());
    var found = engine.container(container.id());
    if (found.isPresent() && isUp(found.get().status())) {
      return Optional.empty();
    }
    int code = found.flatMap(gone -> gone.status().exitCode()).orElse(0);
    if (shown.test(container.service())) {
      printer.remark(container.name() + " exited with code " + code);
    }
    return Optional.of(new End(container, code));
  }

  private static boolean isUp(ContainerStatus status) {
    return switch (status.state()) {
      case RUNNING, PAUSED, RESTARTING -> true;
      case CREATED, REMOVING, EXITED, DEAD -> false;
    };
  }

  private void read(Followed container, LogOptions from) {
    boolean prints = shown.test(container.service());
    if (prints) {
      printer.expect(container.name());
    }
    readers.put(
        container.id(), Thread.ofVirtual().start(() -> readToEnd(container, from, prints)));
  }

  private void readToEnd(Followed container, LogOptions from, boolean prints) {
    try {
      engine.logs(
          container.id(),
          from,
          line -> {
            if (prints) {
              printer.line(container.name(), line.time(), line.text());
            }
          });
    } catch (EngineException failure) {
      printer.remark(container.name() + ": " + failure.getMessage());
    } catch (InterruptedException _) {
      return;
    }
    messages.add(new Message.LogEnded(container));
  }

  @Override
  public void close() {
    events.close();
    readers.values().forEach(Thread::interrupt);
  }
}
