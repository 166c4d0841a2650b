package dev.jcompose.cli.ui;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EventListener;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/// Tells what containers the project has: at first, and whenever the engine's events say that it
/// has changed. While the engine is gone it is tried again every second.
final class ProjectFeed implements AutoCloseable {
  private static final Duration AGAIN = Duration.ofSeconds(1);

  /// What happens in a heap is looked at once.
  private static final Duration HEAP = Duration.ofMillis(100);

  private static final Set<String> CHANGES =
      Set.of(
          "create",
          "start",
          "die",
          "stop",
          "destroy",
          "pause",
          "unpause",
          "rename",
          "restart",
          "health_status");

  private final Engine engine;
  private final ProjectName project;
  private final List<ServiceName> services;
  private final Inbox inbox;
  private final SequencedMap<ContainerId, Integer> restarts = new LinkedHashMap<>();
  private final Set<ContainerId> died = new HashSet<>();
  private final Thread thread;

  private ProjectFeed(Engine engine, ProjectName project, List<ServiceName> services, Inbox inbox) {
    this.engine = engine;
    this.project = project;
    this.services = List.copyOf(services);
    this.inbox = inbox;
    this.thread = Thread.ofPlatform().daemon().name("jcompose-project").unstarted(this::run);
  }

  /// @param services those of interest; empty: all
  static ProjectFeed open(
      Engine engine, ProjectName project, List<ServiceName> services, Inbox inbox) {
    var feed = new ProjectFeed(engine, project, services, inbox);
    feed.thread.start();
    return feed;
  }

  private sealed interface Mail {
    record Happened(ContainerEvent event) implements Mail {}

    record Broken() implements Mail {}
  }

  private void run() {
    try {
      while (true) {
        try {
          follow();
        } catch (EngineException failure) {
          inbox.add(new UiEvent.Lost(failure.getMessage()));
        }
        Thread.sleep(AGAIN);
      }
    } catch (InterruptedException _) {
      // Closed.
    }
  }

  private void follow() throws InterruptedException {
    var mail = new LinkedBlockingQueue<Mail>();
    try (var _ = engine.events(project, new Post(mail))) {
      boolean open = true;
      while (open) {
        look();
        open = awaitChange(mail);
      }
    }
  }

  /// False when the stream has ended.
  private boolean awaitChange(BlockingQueue<Mail> mail) throws InterruptedException {
    boolean changed = false;
    while (!changed) {
      switch (mail.take()) {
        case Mail.Happened(ContainerEvent event) -> {
          count(event);
          changed = CHANGES.contains(event.action());
        }
        case Mail.Broken() -> {
          return false;
        }
      }
    }
    Thread.sleep(HEAP);
    List<Mail> more = new ArrayList<>();
    mail.drainTo(more);
    boolean broken = false;
    for (Mail one : more) {
      switch (one) {
        case Mail.Happened(ContainerEvent event) -> count(event);
        case Mail.Broken() -> broken = true;
      }
    }
    return !broken;
  }

  private void count(ContainerEvent event) {
    if (event.action().equals("die")) {
      died.add(event.container());
    } else if (event.action().equals("start") && died.remove(event.container())) {
      restarts.merge(event.container(), 1, Integer::sum);
    }
  }

  /// The list may be behind the event of a container's end.
  private void look() throws InterruptedException {
    var replicas = new ArrayList<Replica>();
    for (ObservedContainer listed : engine.containers(project)) {
      var isStale = died.contains(listed.id()) && listed.status().isUp();
      var now = isStale ? engine.container(listed.id()).orElse(listed) : listed;
      Replica.of(now)
          .filter(replica -> services.isEmpty() || services.contains(replica.service()))
          .ifPresent(replicas::add);
    }
    inbox.add(new UiEvent.Seen(replicas, restarts));
  }

  @Override
  public void close() {
    thread.interrupt();
  }

  private record Post(BlockingQueue<Mail> mail) implements EventListener {
    @Override
    public void happened(ContainerEvent event) {
      mail.add(new Mail.Happened(event));
    }

    @Override
    public void ended() {
      mail.add(new Mail.Broken());
    }
  }
}
