package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/// Sees to it that one at a time changes a project on an engine: threads of this process by a
/// semaphore, processes of this machine by a lock on a file, which ends with its holder however
/// that ends.
///
/// Runs on other machines are not kept out. They meet at the engine, which gives each name once;
/// who comes second plans again.
public final class ProjectLocks {
  /// One for each file, because a file can be locked only once in a process. What is never held
  /// again costs a few bytes.
  private static final ConcurrentHashMap<Path, Place> PLACES = new ConcurrentHashMap<>();

  private final Path directory;
  private final Patience patience;

  /// @param directory where the files are; it is made when it is needed
  public ProjectLocks(Path directory, Patience patience) {
    this.directory = directory.toAbsolutePath().normalize();
    this.patience = patience;
  }

  /// Where all programs of a user have them, below the directory for what outlives programs; see
  /// the XDG base directory specification.
  public static Path usualDirectory(Map<String, String> environment) {
    var state = environment.getOrDefault("XDG_STATE_HOME", "");
    var home = environment.getOrDefault("HOME", "");
    var base =
        Path.of(state).isAbsolute()
            ? Path.of(state)
            : Path.of(home).isAbsolute()
                ? Path.of(home, ".local", "state")
                : Path.of(System.getProperty("java.io.tmpdir"));
    return base.resolve("jcompose").resolve("locks");
  }

  /// How long one waits for another to end.
  ///
  /// @param waiting told once, when one has to wait, who is waited for
  public record Patience(Duration limit, Consumer<Holder> waiting) {}

  /// Who changes a project.
  ///
  /// @param command what it does, e.g. `up`
  public record Holder(long pid, String command, Instant since) {
    /// This process from now on.
    static Holder ofNow(String command) {
      return new Holder(
          ProcessHandle.current().pid(), command, Instant.now().truncatedTo(ChronoUnit.SECONDS));
    }

    /// E.g. `up (process 4711, since 2026-01-01T10:00:00Z)`.
    public String describe() {
      return command + " (process " + pid + ", since " + since + ")";
    }

    private String line() {
      return pid + "\t" + since + "\t" + command;
    }

    private static Optional<Holder> parse(String line) {
      var parts = line.strip().split("\t", 3);
      try {
        return parts.length == 3
            ? Optional.of(new Holder(Long.parseLong(parts[0]), parts[2], Instant.parse(parts[1])))
            : Optional.empty();
      } catch (NumberFormatException | DateTimeParseException _) {
        return Optional.empty(); // Read while it was written.
      }
    }
  }

  /// The right to change a project.
  public interface Held extends AutoCloseable {
    /// Gives it up; a second time does nothing.
    @Override
    void close();
  }

  /// One file, as far as this process goes.
  private static final class Place {
    final Semaphore free = new Semaphore(1, true);
    volatile Optional<Holder> holder = Optional.empty();
  }

  /// Waits until nobody else changes the project.
  ///
  /// @param engine what tells engines apart, see {@link EngineInfo}
  /// @throws ProjectBusyException if it takes longer than one is willing to wait
  public Held acquire(String engine, ProjectName project, String command)
      throws InterruptedException {
    var file = directory.resolve(fileName(engine) + "-" + project.value() + ".lock");
    var place = PLACES.computeIfAbsent(file, _ -> new Place());
    var deadline = System.nanoTime() + patience.limit().toNanos();
    if (!place.free.tryAcquire()) {
      place.holder.ifPresent(patience.waiting());
      if (!place.free.tryAcquire(left(deadline), TimeUnit.NANOSECONDS)) {
        throw new ProjectBusyException(project, place.holder);
      }
    }
    try {
      return lock(place, file, project, Holder.ofNow(command), deadline);
    } catch (IOException failure) {
      place.free.release();
      throw new LockFailure(file, failure);
    } catch (InterruptedException | RuntimeException | Error failure) {
      place.free.release();
      throw failure;
    }
  }

  private Held lock(Place place, Path file, ProjectName project, Holder self, long deadline)
      throws IOException, InterruptedException {
    Files.createDirectories(directory);
    var channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      if (channel.tryLock() == null) {
        var other = read(channel);
        other.ifPresent(patience.waiting());
        awaitLock(channel, project, other, deadline);
      }
      write(channel, self.line());
      place.holder = Optional.of(self);
      return new FileHeld(place, channel);
    } catch (IOException | InterruptedException | RuntimeException | Error failure) {
      channel.close();
      throw failure;
    }
  }

  /// The system's call cannot be given a limit, so it waits in a thread of its own.
  private static void awaitLock(
      FileChannel channel, ProjectName project, Optional<Holder> other, long deadline)
      throws IOException, InterruptedException {
    var locking = new FutureTask<>(channel::lock);
    Thread.ofPlatform().daemon().name("lock of " + project).start(locking);
    try {
      var _ = locking.get(left(deadline), TimeUnit.NANOSECONDS);
    } catch (TimeoutException _) {
      locking.cancel(true);
      throw new ProjectBusyException(project, read(channel).or(() -> other));
    } catch (InterruptedException interrupt) {
      locking.cancel(true);
      throw interrupt;
    } catch (ExecutionException failure) {
      if (failure.getCause() instanceof IOException refusal) {
        throw refusal;
      }
      throw new IllegalStateException("a lock ended by a bug", failure);
    }
  }

  private static long left(long deadline) {
    return Math.max(0, deadline - System.nanoTime());
  }

  private static Optional<Holder> read(FileChannel channel) {
    var bytes = ByteBuffer.allocate(4096);
    try {
      var _ = channel.read(bytes, 0);
      return Holder.parse(new String(bytes.array(), 0, bytes.position(), StandardCharsets.UTF_8));
    } catch (IOException _) {
      return Optional.empty(); // Who it is only makes the words better.
    }
  }

  private static void write(FileChannel channel, String line) throws IOException {
    channel.truncate(0);
    var _ = channel.write(ByteBuffer.wrap((line + "\n").getBytes(StandardCharsets.UTF_8)), 0);
  }

  /// What engines are told apart by may hold anything.
  private static String fileName(String engine) {
    return engine.replaceAll("[^A-Za-z0-9]+", "_");
  }

  private static final class FileHeld implements Held {
    private final Place place;
    private final FileChannel channel;
    private boolean closed;

    FileHeld(Place place, FileChannel channel) {
      this.place = place;
      this.channel = channel;
    }

    @Override
    public synchronized void close() {
      if (closed) {
        return;
      }
      closed = true;
      place.holder = Optional.empty();
      try {
        channel.truncate(0);
        channel.close();
      } catch (IOException _) {
        // The lock ends with the process at the latest.
      } finally {
        place.free.release();
      }
    }
  }

  /// The file cannot be made or locked.
  public static final class LockFailure extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LockFailure(Path file, IOException cause) {
      super("cannot lock " + file + ": " + cause.getMessage(), cause);
    }

    @Override
    public String getMessage() {
      return String.valueOf(super.getMessage());
    }
  }
}
