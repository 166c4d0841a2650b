package dev.jcompose.cli.host;

import java.util.List;

/// A terminal whose whole window is drawn, and whose keys go to the program one by one and mean
/// nothing of their own. What was on it before is there again when it is closed.
public interface FullScreen extends AutoCloseable {
  /// How large it is now.
  Screen.Size size();

  /// Shows these lines, one for each row and none wider than the window.
  void draw(List<String> lines);

  /// Draws all of it again, as something else may have been written there.
  void redraw();

  /// Makes the terminal as it was before, for a while.
  void leave();

  /// Takes it over again.
  void enter();

  /// Stops all of the program as Ctrl-Z does, with the terminal as it was before; returns when it
  /// goes on.
  void suspend() throws InterruptedException;

  @Override
  void close();
}
