package dev.jcompose.cli.project;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ObservedContainer;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/// What the containers of a project use, measured side by side.
public final class Measurements implements AutoCloseable {
  private final Engine engine;
  private final ProjectName project;
  private final Predicate<ObservedContainer> wanted;
  private final Map<ContainerId, Usage> latest = new ConcurrentHashMap<>();
  private final Map<ContainerId, Thread> followers = new HashMap<>();

  public Measurements(Engine engine, ProjectName project, Predicate<ObservedContainer> wanted) {
    this.engine = engine;
    this.project = project;
    this.wanted = wanted;
  }

  /// What each uses now, by container, after waiting for all of them. A container that went
  /// meanwhile has nothing.
  public SequencedMap<ObservedContainer, Optional<Usage>> once() throws InterruptedException {
    var containers = containers();
    for (var container : containers) {
      follow(
          container.id(), () -> latest.put(container.id(), engine.access().usage(container.id())));
    }
    for (var follower : followers.values()) {
      follower.join();
    }
    return measured(containers);
  }

  /// What each used when it was measured last; a container that is new has nothing yet.
  public SequencedMap<ObservedContainer, Optional<Usage>> latest() throws InterruptedException {
    var containers = containers();
    for (var container : containers) {
      var follower = followers.get(container.id());
      if (follower == null || !follower.isAlive()) {
        follow(
            container.id(),
            () ->
                engine.access().follow(container.id(), usage -> latest.put(container.id(), usage)));
      }
    }
    return measured(containers);
  }

  private List<ObservedContainer> containers() throws InterruptedException {
    return engine.containers(project).stream().filter(wanted).toList();
  }

  private SequencedMap<ObservedContainer, Optional<Usage>> measured(
      List<ObservedContainer> containers) {
    var measured = new LinkedHashMap<ObservedContainer, Optional<Usage>>();
    containers.forEach(
        container -> measured.put(container, Optional.ofNullable(latest.get(container.id()))));
    return measured;
  }

  private interface Measuring {
    void run() throws InterruptedException;
  }

  private void follow(ContainerId id, Measuring measuring) {
    followers.put(
        id,
        Thread.ofPlatform()
            .daemon()
            .name("jcompose-usage-" + id.brief())
            .start(() -> {
              try {
                measuring.run();
              } catch (EngineException | InterruptedException _) {
                latest.remove(id);
              }
            }));
  }

  @Override
  public void close() {
    followers.values().forEach(Thread::interrupt);
  }
}
