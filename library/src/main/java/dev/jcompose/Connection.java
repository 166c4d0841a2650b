package dev.jcompose;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ProjectBusyException;
import dev.jcompose.executor.ProjectLocks;
import dev.jcompose.executor.copy.CopyException;
import dev.jcompose.executor.provider.InstalledPrograms;
import dev.jcompose.executor.provider.Providers;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.EngineSite;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.SequencedMap;

/// An engine, and what one has to know of this machine in order to use it.
///
/// @param folder where programs that look after services are started
record Connection(
    Engine engine, SequencedMap<String, String> environment, Path folder, Locking locking) {
  private static final Duration PATIENCE = Duration.ofMinutes(10);

  /// Whether others on this machine are kept from changing a project at the same time.
  enum Locking {
    LOCKED,
    UNLOCKED
  }

  /// Something that is done with the engine.
  interface Call<T, X extends Exception> {
    T result() throws InterruptedException, X;
  }

  /// Does it, and tells failures in the library's words.
  static <T, X extends Exception> T guarded(Call<T, X> call) throws InterruptedException, X {
    try {
      return call.result();
    } catch (EngineException failure) {
      throw new ComposeException(ComposeException.Reason.ENGINE, failure.getMessage(), failure);
    } catch (ProjectBusyException busy) {
      throw new ComposeException(ComposeException.Reason.BUSY, busy.getMessage(), busy);
    } catch (CopyException failure) {
      throw new ComposeException(
          ComposeException.Reason.NOT_FOUND, String.valueOf(failure.getMessage()), failure);
    }
  }

  /// Something that is done with the engine for what it does.
  interface Deed<X extends Exception> {
    void carryOut() throws InterruptedException, X;
  }

  /// Does it, and tells failures in the library's words.
  static <X extends Exception> void carriedOut(Deed<X> deed) throws InterruptedException, X {
    var _ =
        Connection.<Boolean, X>guarded(() -> {
          deed.carryOut();
          return true;
        });
  }

  /// Keeps others on this machine from changing the project; where nothing can be locked, nobody is
  /// kept out.
  ProjectLocks.Held hold(ProjectName project, String command) throws InterruptedException {
    if (locking == Locking.UNLOCKED) {
      return () -> {};
    }
    var patience = new ProjectLocks.Patience(PATIENCE, _ -> {});
    try {
      return new ProjectLocks(ProjectLocks.usualDirectory(environment), patience)
          .acquire(engine.id(), project, command);
    } catch (ProjectLocks.LockFailure _) {
      return () -> {};
    }
  }

  Providers providers() {
    return new Providers(new InstalledPrograms(environment, folder));
  }

  /// Where a port can be reached that is bound to that address of the engine's machine.
  String host(String bound) throws InterruptedException {
    boolean everywhere = bound.isEmpty() || bound.equals("0.0.0.0") || bound.equals("::");
    if (!everywhere) {
      return bound;
    }
    if (engine.site() == EngineSite.ELSEWHERE) {
      var remote = URI.create(engine.info().address()).getHost();
      if (remote != null) {
        return remote;
      }
    }
    return bound.equals("::") ? "::1" : "127.0.0.1";
  }
}
