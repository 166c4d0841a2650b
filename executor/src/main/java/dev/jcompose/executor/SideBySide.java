package dev.jcompose.executor;

import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorCompletionService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/// Makes several calls to an engine at once.
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
    var permits = new Semaphore(CALLS);
    var executor = Executors.newVirtualThreadPerTaskExecutor();
    try {
      var service = new ExecutorCompletionService<Placed<T>>(executor);
      for (int place = 0; place < calls.size(); place++) {
        var call = new Placed<>(place, calls.get(place));
        service.submit(() -> new Placed<>(call.place, withPermit(permits, call.value)));
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

  private static <T> T withPermit(Semaphore permits, Call<T> call) throws InterruptedException {
    permits.acquire();
    try {
      return call.make();
    } finally {
      permits.release();
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
