package dev.jcompose.cli.text;

/// Colours text, or leaves it as it is.
public enum Paint {
  OFF,
  ON;

  /// A colour of a terminal's sixteen.
  public enum Colour {
    CYAN("36"),
    YELLOW("33"),
    GREEN("32"),
    MAGENTA("35"),
    BLUE("34"),
    BRIGHT_CYAN("36;1"),
    BRIGHT_YELLOW("33;1"),
    BRIGHT_GREEN("32;1"),
    BRIGHT_MAGENTA("35;1"),
    BRIGHT_BLUE("34;1"),
    RED("31"),
    FAINT("2"),
    INVERSE("7");

    private final String code;

    Colour(String code) {
      this.code = code;
    }
  }

  /// On if `colours` is true.
  public static Paint when(boolean colours) {
    return colours ? ON : OFF;
  }

  /// The text in that colour.
  public String in(Colour colour, String text) {
    return this == ON ? "\u001b[" + colour.code + "m" + text + "\u001b[0m" : text;
  }
}
