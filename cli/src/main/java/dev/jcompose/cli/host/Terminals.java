package dev.jcompose.cli.host;

import java.util.Optional;
import java.util.function.Consumer;

/// Where a terminal is had whose keys all go to a program elsewhere.
public interface Terminals {
  /// Switches the terminal of the process over until it is closed: keys are not shown, do not wait
  /// for a line to end, and have no meaning of their own, Ctrl-C neither.
  ///
  /// @param resized called when the user has changed the size of the window, from now on
  Raw raw(Consumer<Screen.Size> resized);

  /// Switches the terminal of the process over until it is closed: keys are not shown and do not
  /// wait for a line to end; Ctrl-C means what it always does. Empty when the process is in the
  /// background, where it must not touch the terminal.
  default Optional<Keys> keys() {
    return Optional.empty();
  }

  /// Switches the terminal of the process over until it is closed: the whole window is drawn. Empty
  /// when its cursor cannot be moved, or the process is in the background.
  ///
  /// @param changed called when the user has changed the size of the window, or another program had
  ///   it meanwhile
  default Optional<FullScreen> fullScreen(Runnable changed) {
    return Optional.empty();
  }

  /// A terminal whose keys are heard one by one.
  interface Keys extends AutoCloseable {
    /// How large it is now.
    Screen.Size size();

    /// Makes it as it was before.
    @Override
    void close();
  }

  /// A terminal that was switched over.
  interface Raw extends AutoCloseable {
    /// Makes it as it was before.
    @Override
    void close();
  }
}
