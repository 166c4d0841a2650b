package dev.jcompose.junit;

/// How long a project lives, and who uses it.
public enum Lifecycle {
  /// From before the first test of the class until after the last one, nested classes included.
  PER_CLASS,
  /// From before a test until after it; each test has its own.
  PER_TEST,
  /// From the first class that needs it until the end of all tests. All classes whose annotations
  /// say the same use the same one, also side by side.
  SHARED
}
