package dev.jcompose.planner;

/// A container that an operation is about.
public sealed interface ContainerRef {
  /// Its name when the operation begins.
  String name();

  /// One that was there when the engine was observed.
  record Existing(ContainerId id, String name) implements ContainerRef {}

  /// One that a step of the same plan makes.
  record Made(StepId by, String name) implements ContainerRef {}
}
