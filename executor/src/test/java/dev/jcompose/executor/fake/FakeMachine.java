package dev.jcompose.executor.fake;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.LogLine;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.OneOff;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/// Runs the containers of the fake engine: what they do after their start, and what the engine does
/// when they end. Guarded by the engine's lock.
final class FakeMachine {
  /// Time begins here and goes on by a millisecond for each thing that happens.
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  final ReentrantLock lock = new ReentrantLock();

  /// Signalled whenever a container writes or changes.
  final Condition changed = lock.newCondition();

  final FakeStreams streams = new FakeStreams();
  final Map<ContainerId, FakeContainer> containers = new LinkedHashMap<>();
  private final Map<String, Behaviour> behaviours = new HashMap<>();
  private long ticks;
  private int unsettled;

  /// Removes a container that has ended.
  Consumer<FakeContainer> removal = _ -> {};

  /// So often the engine has ended all logs that were followed.
  int logsEnded;

  Instant tick() {
    ticks++;
    return START.plusMillis(ticks);
  }

  void behave(String service, Behaviour behaviour) {
    behaviours.put(service, behaviour);
  }

  Behaviour behaviour(FakeContainer container) {
    String service = container.spec.replica().service().value();
    Behaviour set = container.labels.containsKey(Labels.HOOK) ? null : behaviours.get(service);
    return set == null ? FakeShell.behaviour(container.spec.service()) : set;
  }

  void start(FakeContainer container) {
    container.run++;
    container.state = State.RUNNING;
    container.stoppedByHand = false;
    container.exitCode = Optional.empty();
    container.health = container.hasHealthcheck() ? Health.STARTING : Health.NONE;
    Behaviour.Run run = behaviour(container).run(container.run);
    run.log().forEach(line -> write(container, LogLine.Source.OUT, line));
    tell(container, "start", Map.of());
    int number = container.run;
    soon(() -> settle(container, number, run));
  }

  private void settle(FakeContainer container, int number, Behaviour.Run run) {
    if (container.run == number && container.state == State.RUNNING) {
      if (container.health == Health.STARTING) {
        run.health().ifPresent(health -> health(container, health));
      }
      run.exitCode().ifPresent(code -> end(container, code));
    }
  }

  private void startAgain(FakeContainer container, int number) {
    if (container.run == number && container.state == State.RESTARTING) {
      start(container);
    }
  }

  /// Does something in a thread of its own, as the processes in containers do.
  private void soon(Runnable action) {
    unsettled++;
    Thread.startVirtualThread(() -> {
      lock.lock();
      try {
        action.run();
      } finally {
        unsettled--;
        changed.signalAll();
        lock.unlock();
      }
    });
  }

  /// Waits until all containers have done what they do soon after their start.
  void awaitSettled() throws InterruptedException {
    while (unsettled > 0) {
      changed.await();
    }
  }

  void health(FakeContainer container, Health health) {
    container.health = health;
    if (health == Health.UNHEALTHY) {
      container.healthLog = List.of("cannot connect");
    }
    var word = health.name().toLowerCase(Locale.ROOT);
    tell(container, "health_status", Map.of("health_status", word));
  }

  /// The container's process ends by itself or by a signal.
  void end(FakeContainer container, int code) {
    boolean again = container.isToBeRestarted(code);
    container.state = again ? State.RESTARTING : State.EXITED;
    container.exitCode = Optional.of(code);
    container.health = Health.NONE;
    tell(container, "die", Map.of("exitCode", Integer.toString(code)));
    if (container.spec.oneOff().filter(OneOff::removed).isPresent()) {
      removal.accept(container);
    }
    if (again) {
      container.restarts++;
      int number = container.run;
      soon(() -> startAgain(container, number));
    }
  }

  void stop(FakeContainer container, int code, String last) {
    if (container.isAlive()) {
      container.stoppedByHand = true;
      tell(container, "kill", Map.of());
      end(container, code);
      tell(container, last, Map.of());
    }
  }

  void pause(FakeContainer container) {
    if (container.state == State.RUNNING) {
      container.state = State.PAUSED;
      tell(container, "pause", Map.of());
    } else if (container.state != State.PAUSED) {
      throw new EngineException(
          EngineException.Kind.CONFLICT, "Container %s is not running".formatted(container.name));
    }
  }

  void unpause(FakeContainer container) {
    if (container.state == State.PAUSED) {
      container.state = State.RUNNING;
      tell(container, "unpause", Map.of());
    }
  }

  void write(FakeContainer container, LogLine.Source source, String text) {
    container.log.add(new FakeContainer.Written(tick(), source, text));
    changed.signalAll();
  }

  void tell(FakeContainer container, String action, Map<String, String> more) {
    streams.tell(container, action, tick(), more);
    changed.signalAll();
  }
}
