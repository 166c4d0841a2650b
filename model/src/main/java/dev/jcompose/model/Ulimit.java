package dev.jcompose.model;

/// A resource limit of the process; -1 means no limit.
public sealed interface Ulimit {
  /// The limit in force.
  long soft();

  /// The limit up to which the process may raise it.
  long hard();

  /// Written as one number.
  record Single(long value) implements Ulimit {
    @Override
    public long soft() {
      return value;
    }

    @Override
    public long hard() {
      return value;
    }
  }

  /// Written as two.
  record Range(long soft, long hard) implements Ulimit {}
}
