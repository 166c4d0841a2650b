package dev.jcompose.executor.fake;

import dev.jcompose.executor.EngineException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/// All calls that were made to a fake engine, and the trouble they are to meet.
public final class Calls {
  private final List<Call> log = new ArrayList<>();
  private final Map<Kind, Integer> counts = new HashMap<>();
  private final Map<Place, Trouble> before = new HashMap<>();
  private final Map<Place, Trouble> after = new HashMap<>();
  private int running;
  private int peak;

  /// A kind of call.
  public enum Kind {
    INFO,
    ID,
    LIST_CONTAINERS,
    INSPECT_CONTAINER,
    LIST_NETWORKS,
    INSPECT_NETWORK,
    LIST_VOLUMES,
    INSPECT_VOLUME,
    INSPECT_IMAGE,
    CREATE_CONTAINER,
    START_CONTAINER,
    STOP_CONTAINER,
    KILL_CONTAINER,
    PAUSE_CONTAINER,
    UNPAUSE_CONTAINER,
    REMOVE_CONTAINER,
    RENAME_CONTAINER,
    CONNECT,
    DISCONNECT,
    UPLOAD,
    EXEC,
    CREATE_NETWORK,
    REMOVE_NETWORK,
    CREATE_VOLUME,
    REMOVE_VOLUME,
    PULL,
    PUSH,
    PIN,
    BUILD,
    REMOVE_IMAGE,
    EVENTS,
    LOGS
  }

  /// A call that was made.
  ///
  /// @param subject what it was about: a name or an id
  public record Call(Kind kind, String subject) {}

  private record Place(Kind kind, int number) {}

  /// What happens to a call.
  @FunctionalInterface
  public interface Trouble {
    /// Called in the thread of the call; what it throws, the call throws.
    void strike() throws InterruptedException;

    /// The call fails.
    static Trouble failure(EngineException.Kind kind, String message) {
      return () -> {
        throw new EngineException(kind, message);
      };
    }

    /// The call does not come back unless its thread is interrupted.
    static Trouble hanging() {
      return () -> new CountDownLatch(1).await();
    }
  }

  /// Something done by the engine.
  @FunctionalInterface
  interface Work<T> {
    T run() throws InterruptedException;
  }

  /// Lets the nth call of that kind from now, counted from 1, meet trouble; the engine does nothing
  /// before that is over, and nothing at all if it ends with an exception.
  public synchronized void before(Kind kind, int nth, Trouble trouble) {
    before.put(new Place(kind, count(kind) + nth), trouble);
  }

  /// Likewise, but after the engine has done its work: only the answer is lost or late.
  public synchronized void after(Kind kind, int nth, Trouble trouble) {
    after.put(new Place(kind, count(kind) + nth), trouble);
  }

  /// No call meets trouble any more.
  public synchronized void calm() {
    before.clear();
    after.clear();
  }

  /// All calls in the order they began.
  public synchronized List<Call> log() {
    return List.copyOf(log);
  }

  /// The calls of these kinds, in the order they began.
  public synchronized List<Call> log(Kind... kinds) {
    return log.stream().filter(call -> List.of(kinds).contains(call.kind())).toList();
  }

  /// How many calls of that kind have begun.
  public synchronized int count(Kind kind) {
    return counts.getOrDefault(kind, 0);
  }

  /// The largest number of calls that ran at once; streams and logs are not counted.
  public synchronized int peak() {
    return peak;
  }

  <T> T make(Kind kind, String subject, Work<T> work) throws InterruptedException {
    Place place = begin(kind, subject);
    try {
      trouble(before, place).strike();
      T result = work.run();
      trouble(after, place).strike();
      return result;
    } finally {
      end(kind);
    }
  }

  private synchronized Place begin(Kind kind, String subject) {
    log.add(new Call(kind, subject));
    if (isCounted(kind)) {
      running++;
      peak = Math.max(peak, running);
    }
    return new Place(kind, counts.merge(kind, 1, Integer::sum));
  }

  private synchronized void end(Kind kind) {
    if (isCounted(kind)) {
      running--;
    }
  }

  private synchronized Trouble trouble(Map<Place, Trouble> troubles, Place place) {
    return troubles.getOrDefault(place, () -> {});
  }

  private static boolean isCounted(Kind kind) {
    return kind != Kind.EVENTS && kind != Kind.LOGS;
  }
}
