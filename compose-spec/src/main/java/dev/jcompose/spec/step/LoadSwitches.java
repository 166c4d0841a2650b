package dev.jcompose.spec.step;

/// Steps of loading that the user may switch off, as the flags of `config` do; `true` means that it
/// is taken.
///
/// @param containerNames checks that no two services have the same container name, which only those
///   commands do that make containers or show the whole project
public record LoadSwitches(
    boolean interpolation,
    boolean normalization,
    boolean pathResolution,
    boolean consistency,
    boolean envResolution,
    boolean containerNames) {
  /// Every step is taken.
  public static final LoadSwitches ALL_ON = new LoadSwitches(true, true, true, true, true, true);

  /// Every step is taken that commands need which make no containers.
  public static final LoadSwitches NO_NEW_CONTAINERS =
      new LoadSwitches(true, true, true, true, true, false);
}
