package dev.jcompose.planner;

/// The image that a container is made from.
public sealed interface ImageRef {
  /// What the project calls it.
  String reference();

  /// One that was there when the engine was observed.
  record Present(String reference, ImageId id) implements ImageRef {}

  /// One that a step of the same plan fetches or builds.
  record Made(StepId by, String reference) implements ImageRef {}
}
