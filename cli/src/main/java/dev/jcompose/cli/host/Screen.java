package dev.jcompose.cli.host;

/// What the standard streams are connected to.
public interface Screen {
  /// Whether a person may be asked.
  boolean inputIsTerminal();

  /// Whether standard output is read by a person.
  boolean outputIsTerminal();

  /// Whether standard error is read by a person.
  boolean errorIsTerminal();

  /// How large the terminal is now. It may be changed by the user at any time.
  Size size();

  /// The size of a terminal in characters; always at least one.
  record Size(int columns, int rows) {
    /// That of a terminal that does not tell.
    public static final Size USUAL = new Size(80, 24);
  }
}
