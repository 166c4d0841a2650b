package dev.jcompose.executor.contract;

import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.EventListener;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/// A listener that remembers, for tests that wait for what happens.
public final class Heard implements EventListener {
  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final BlockingQueue<ContainerEvent> coming = new LinkedBlockingQueue<>();
  private final List<ContainerEvent> taken = new ArrayList<>();

  @Override
  public void happened(ContainerEvent event) {
    coming.add(event);
  }

  /// Waits for an event and forgets those before it.
  public ContainerEvent await(String action) throws InterruptedException {
    return await(event -> event.action().equals(action), action);
  }

  private ContainerEvent await(Predicate<ContainerEvent> wanted, String what)
      throws InterruptedException {
    while (true) {
      ContainerEvent event = coming.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
      if (event == null) {
        throw new AssertionError(what + " was not heard of, but " + actions());
      }
      taken.add(event);
      if (wanted.test(event)) {
        return event;
      }
    }
  }

  /// Whether nothing has happened that was not waited for.
  public boolean isSilent() {
    return coming.isEmpty();
  }

  /// What was waited for and passed over so far, in order.
  public List<String> actions() {
    return taken.stream().map(ContainerEvent::action).toList();
  }
}
