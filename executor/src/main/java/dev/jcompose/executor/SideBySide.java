package dev.jcompose.executor;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;

/// Makes several calls to an engine at once.
///
/// Whatever waits for an engine, a process or a person does so in a platform thread: a program that
/// runs for a tenth of a second has no use for the machinery of virtual threads, and one that has
/// read from a socket in them takes a third of a second to end, for then a thread of that machinery
/// is left in a system call, and the JVM waits in vain for it to come back.
public final class SideBySide {
  private static final int CALLS = 8;

  private SideBySide() {}

  /// A call to an engine.
  @FunctionalInterface
  public interface Call<T> {
    T make() throws InterruptedException;
  }

  /// A thing and its place in the order.
  private record Placed<V>(int place, V value) {}

  /// The results of all calls in their order. When one fails the others are cut off and its
  /// exception is thrown; they are cut off, too, when this thread is interrupted.
  public static <T> List<T> all(List<Call<T>> calls) throws InterruptedException {
    var executor =
        Executors.newFixedThreadPool(
            Math.clamp(calls.size(), 1, CALLS),
            task -> Thread.ofPlatform().daemon().name("jcompose-call").unstarted(task));
    try {
      var service = new ExecutorCompletionService<Placed<T>>(executor);
      for (int place = 0; place < calls.size(); place++) {
        var call = new Placed<>(place, calls.get(place));
        service.submit(() -> new Placed<>(call.place, call.value.make()));
      }
      var results = new TreeMap<Integer, T>();
      for (int i = 0; i < calls.size(); i++) {
        Placed<T> result = service.take().get();
        results.put(result.place, result.value);
      }
      return List.copyOf(results.values());
    } catch (ExecutionException failure) {
      throw unwrapped(failure);
    } finally {
      executor.shutdownNow();
    }
  }

  private static RuntimeException unwrapped(ExecutionException failure)
      throws InterruptedException {
    return switch (failure.getCause()) {
      case EngineException refusal -> refusal;
      case InterruptedException interrupt -> throw interrupt;
      case Error error -> throw error;
      case null, default -> new IllegalStateException("a call ended by a bug", failure);
    };
  }
}
