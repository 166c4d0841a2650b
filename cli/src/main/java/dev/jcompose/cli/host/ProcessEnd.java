package dev.jcompose.cli.host;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;

/// Ends the process without delay.
///
/// `System.exit` looks for a logger and for shutdown hooks first, and there are none. Halting
/// spares that, but gives threads that are in a system call a third of a second to come back from
/// it. One that reads a terminal, or a pipe that stays open, does not; then the system's own
/// function ends the process, which costs less, but too much for every command.
public final class ProcessEnd {
  private ProcessEnd() {}

  /// Does not return. What was written must have been flushed.
  public static void with(int exitCode) {
    if (isHeldUp() && isHeldUpAMomentLater()) {
      end(exitCode);
    }
    Runtime.getRuntime().halt(exitCode);
  }

  /// Whether another thread of ours is at work, or in a system call, which Java tells not apart.
  public static boolean isHeldUp() {
    var threads = new Thread[Thread.activeCount()];
    int count = Thread.enumerate(threads);
    for (int i = 0; i < count; i++) {
      if (!threads[i].equals(Thread.currentThread())
          && threads[i].getState() == Thread.State.RUNNABLE) {
        return true;
      }
    }
    return false;
  }

  /// Most threads that are at work have only just ended it.
  private static boolean isHeldUpAMomentLater() {
    try {
      Thread.sleep(1);
    } catch (InterruptedException _) {
      return true;
    }
    return isHeldUp();
  }

  /// Comes back only where the system has no such function.
  @SuppressWarnings("restricted")
  private static void end(int exitCode) {
    Linker linker = Linker.nativeLinker();
    Optional<MemorySegment> function = linker.defaultLookup().find("_exit");
    if (function.isEmpty()) {
      return;
    }
    var handle =
        linker.downcallHandle(function.get(), FunctionDescriptor.ofVoid(ValueLayout.JAVA_INT));
    try {
      handle.invokeExact(exitCode);
    } catch (Throwable refused) {
      throw new IllegalStateException(refused);
    }
  }
}
