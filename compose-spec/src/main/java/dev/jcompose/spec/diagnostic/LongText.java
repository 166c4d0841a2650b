package dev.jcompose.spec.diagnostic;

/// Keeps values of any length out of messages.
final class LongText {
  private static final int MOST = 1_000;
  private static final int KEPT_AT_END = 300;

  private LongText() {}

  /// The text, with its middle left out if it is very long.
  static String cut(String text) {
    if (text.length() <= MOST) {
      return text;
    }
    int head = boundary(text, MOST - KEPT_AT_END);
    int tail = boundary(text, text.length() - KEPT_AT_END);
    return text.substring(0, head) + " … " + text.substring(tail);
  }

  /// Not between the two halves of a character.
  private static int boundary(String text, int index) {
    return Character.isLowSurrogate(text.charAt(index)) ? index + 1 : index;
  }
}
