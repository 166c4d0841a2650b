package dev.jcompose.tests.e2e;

/// What becomes of one call to the engine on its way through a {@link TroubleProxy}.
enum Trouble {
  /// It goes through.
  NONE,
  /// It goes through, late.
  DELAYED,
  /// The connection ends, and the engine never hears of the call.
  DROPPED_BEFORE,
  /// The engine does what it is asked, and the connection ends without an answer.
  DROPPED_AFTER,
  /// The engine does what it is asked, and the connection ends in the middle of the answer.
  CUT_SHORT,
  /// The engine never hears of the call, and the answer is status 500.
  REFUSED,
  /// The engine does what it is asked, and the answer is status 500.
  DENIED
}
