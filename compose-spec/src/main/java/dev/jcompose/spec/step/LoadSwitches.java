package dev.jcompose.spec.step;

/// Steps of loading that the user may switch off, as the flags of `config` do; `true` means that it
/// is taken.
public record LoadSwitches(
    boolean interpolation,
    boolean normalization,
    boolean pathResolution,
    boolean consistency,
    boolean envResolution) {
  /// Every step is taken.
  public static final LoadSwitches ALL_ON = new LoadSwitches(true, true, true, true, true);
}
