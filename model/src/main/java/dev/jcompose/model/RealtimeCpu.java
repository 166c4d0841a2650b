package dev.jcompose.model;

import java.util.Optional;

/// The real-time scheduler's period and run time, both in microseconds.
public record RealtimeCpu(Optional<Long> period, Optional<Long> runtime) {
  /// The kernel's own.
  public static final RealtimeCpu PLAIN = new RealtimeCpu(Optional.empty(), Optional.empty());
}
