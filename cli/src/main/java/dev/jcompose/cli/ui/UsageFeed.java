package dev.jcompose.cli.ui;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.planner.ContainerId;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Tells what containers use, each by the engine's own stream. Not for several threads.
final class UsageFeed implements AutoCloseable {
  private final Engine engine;
  private final Inbox inbox;
  private final Map<ContainerId, Thread> followers = new HashMap<>();

  UsageFeed(Engine engine, Inbox inbox) {
    this.engine = engine;
    this.inbox = inbox;
  }

  /// Measures these from now on, and no others.
  void measure(List<Replica> running) {
    var wanted = new HashSet<ContainerId>();
    running.forEach(replica -> wanted.add(replica.id()));
    followers
        .entrySet()
        .removeIf(follower -> !goesOn(follower.getKey(), follower.getValue(), wanted));
    wanted.forEach(id -> followers.computeIfAbsent(id, this::follow));
  }

  private static boolean goesOn(ContainerId id, Thread follower, Set<ContainerId> wanted) {
    if (!wanted.contains(id)) {
      follower.interrupt();
      return false;
    }
    return follower.isAlive();
  }

  private Thread follow(ContainerId id) {
    return Thread.ofPlatform()
        .daemon()
        .name("jcompose-usage-" + id.brief())
        .start(() -> {
          try {
            engine.access().follow(id, used -> inbox.measured(id, used));
          } catch (EngineException | InterruptedException _) {
            // It has ended, or the engine has; the list of containers tells.
          }
        });
  }

  @Override
  public void close() {
    followers.values().forEach(Thread::interrupt);
  }
}
