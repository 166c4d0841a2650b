package dev.jcompose.planner;

/// Where an engine looks for the paths that it is told.
public enum EngineSite {
  /// On this machine.
  HERE,
  /// On another machine, or at least nobody knows.
  ELSEWHERE
}
