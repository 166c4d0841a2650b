package dev.jcompose.cli.ui;

/// A key that was pressed.
sealed interface Key {
  /// One that stands for a character.
  record Typed(int character) implements Key {}

  /// One that does not. {@link #INTERRUPT} is Ctrl-C, {@link #SUSPEND} Ctrl-Z, {@link #REDRAW}
  /// Ctrl-L.
  enum Special implements Key {
    UP,
    DOWN,
    PAGE_UP,
    PAGE_DOWN,
    HOME,
    END,
    ENTER,
    ESCAPE,
    BACKSPACE,
    INTERRUPT,
    SUSPEND,
    REDRAW
  }
}
