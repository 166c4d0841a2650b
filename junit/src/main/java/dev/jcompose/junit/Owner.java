package dev.jcompose.junit;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/// The process that a project belongs to, and has to remove it.
///
/// @param host tells apart where process ids mean different processes, or cannot be looked up: the
///   run of a kernel, its name space of processes, and the user
/// @param pid the id of the process
/// @param start when it began, in ms since the epoch; 0 where the system does not tell
record Owner(String host, long pid, long start) {
  /// The label that names the owner.
  static final String LABEL = "dev.jcompose.junit.owner";

  private static final Pattern SYNTAX =
      Pattern.compile("(?<pid>[0-9]{1,18})/(?<start>[0-9]{1,18})/(?<host>.+)");

  /// Systems tell the start of a process as a distance from their own, which their clock moves.
  private static final Duration TOLERANCE = Duration.ofSeconds(2);

  /// This process.
  static Owner self() {
    var self = ProcessHandle.current();
    return new Owner(here(), self.pid(), start(self));
  }

  static Optional<Owner> parse(String label) {
    var parts = SYNTAX.matcher(label);
    return parts.matches()
        ? Optional.of(
            new Owner(
                parts.group("host"),
                Long.parseLong(parts.group("pid")),
                Long.parseLong(parts.group("start"))))
        : Optional.empty();
  }

  /// The value of the label.
  String label() {
    return pid + "/" + start + "/" + host;
  }

  /// Whether it has certainly ended. What cannot be known from here counts as alive.
  boolean hasEnded() {
    if (!host.equals(here())) {
      return false;
    }
    var now = ProcessHandle.of(pid).filter(ProcessHandle::isAlive).map(Owner::start);
    return now.isEmpty()
        || (start != 0 && now.get() != 0 && Math.abs(now.get() - start) > TOLERANCE.toMillis());
  }

  private static long start(ProcessHandle process) {
    return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
  }

  private static String here() {
    return kernel() + "/" + System.getProperty("user.name", "");
  }

  private static String kernel() {
    try {
      var boot = Files.readString(Path.of("/proc/sys/kernel/random/boot_id")).strip();
      return boot + "/" + Files.readSymbolicLink(Path.of("/proc/self/ns/pid"));
    } catch (IOException _) {
      return hostName();
    }
  }

  private static String hostName() {
    try {
      return InetAddress.getLocalHost().getHostName();
    } catch (IOException _) {
      return "localhost";
    }
  }
}
