package dev.jcompose.spec.canonical;

/// Counts the ports that the ranges of a document stand for, so that a few short lines do not
/// become millions of mappings.
final class PortCount {
  /// More than anything can publish on an address, for both usual protocols.
  static final int MOST = 100_000;

  private int taken;

  /// Whether that many more are allowed; they count from then on.
  boolean take(int ports) {
    if (taken + ports > MOST) {
      return false;
    }
    taken += ports;
    return true;
  }
}
