package dev.jcompose.executor.fake;

import dev.jcompose.executor.LogLine;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.Problem;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// What happens to the fake engine behind the back of the program under test. None of it counts as
/// a call.
public final class FakeHand {
  private final FakeMachine machine;
  private final FakeStore store;

  FakeHand(FakeMachine machine, FakeStore store) {
    this.machine = machine;
    this.store = store;
  }

  /// Puts a plain image on the engine.
  public FakeHand image(String reference) {
    return image(reference, locked(store::plainImage));
  }

  /// Puts this image on the engine.
  public FakeHand image(String reference, ObservedImage image) {
    return change(() -> store.images.put(FakeStore.tagged(reference), image));
  }

  /// Puts a new image of that name into the registry.
  public FakeHand publish(String reference) {
    return change(() -> store.registry.put(reference, store.plainImage()));
  }

  /// Makes the registry not know a name.
  public FakeHand withhold(String reference) {
    return change(() -> store.notInRegistry.add(reference));
  }

  /// Makes the engine unable to do what any plan asks of it.
  public FakeHand lack(Problem problem) {
    return change(() -> store.lacks = List.of(problem));
  }

  /// Makes a network that belongs to nobody.
  public FakeHand network(String name) {
    return change(() ->
        store.networks.put(
            name, new ObservedNetwork(store.id(), name, Ordered.map(), Ordered.map())));
  }

  /// Makes a volume that belongs to nobody.
  public FakeHand volume(String name) {
    return change(() ->
        store.volumes.put(name, new ObservedVolume(name, "local", Ordered.map(), Ordered.map())));
  }

  /// A health check of a container changes its mind.
  public FakeHand health(String container, Health health) {
    return change(() -> machine.health(named(container), health));
  }

  /// A container's process ends by itself.
  public FakeHand end(String container, int exitCode) {
    return change(() -> machine.end(named(container), exitCode));
  }

  /// Ends the logs that are followed, while their containers run on.
  public FakeHand endLogs() {
    return change(() -> machine.logsEnded++);
  }

  /// A container writes a line.
  public FakeHand write(String container, String line) {
    return change(() -> machine.write(named(container), LogLine.Source.OUT, line));
  }

  /// All streams of events break.
  public FakeHand breakStreams() {
    return change(machine.streams::end);
  }

  /// Waits until all containers have done what they do soon after their start.
  public void awaitSettled() throws InterruptedException {
    machine.lock.lockInterruptibly();
    try {
      machine.awaitSettled();
    } finally {
      machine.lock.unlock();
    }
  }

  /// How many streams of events are open.
  public int openStreams() {
    return locked(machine.streams::count);
  }

  /// The names of all containers, sorted.
  public List<String> containers() {
    return locked(
        () -> machine.containers.values().stream().map(each -> each.name).sorted().toList());
  }

  /// The names of all networks, sorted.
  public List<String> networks() {
    return locked(() -> List.copyOf(store.networks.keySet()));
  }

  /// The names of all volumes, sorted.
  public List<String> volumes() {
    return locked(() -> List.copyOf(store.volumes.keySet()));
  }

  /// The archives that were unpacked in a container.
  public List<byte[]> uploads(String container) {
    return locked(() -> List.copyOf(named(container).uploads));
  }

  /// The id of a container.
  public ContainerId id(String container) {
    return locked(() -> named(container).id);
  }

  /// The labels of a container.
  public Map<String, String> labels(String container) {
    return locked(() -> named(container).labels);
  }

  private FakeContainer named(String name) {
    return machine.containers.values().stream()
        .filter(container -> container.name.equals(name))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no container " + name));
  }

  private FakeHand change(Runnable change) {
    return locked(() -> {
      change.run();
      return this;
    });
  }

  private <T> T locked(Supplier<T> work) {
    machine.lock.lock();
    try {
      return work.get();
    } finally {
      machine.lock.unlock();
    }
  }
}
