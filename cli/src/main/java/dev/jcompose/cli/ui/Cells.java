package dev.jcompose.cli.ui;

import java.util.ArrayList;
import java.util.List;
import org.jline.utils.WCWidth;

/// Text measured in the cells of a terminal: some characters take two, some none.
final class Cells {
  private static final String TAB = "    ";

  private Cells() {}

  /// Text in which nothing moves the cursor or changes colours.
  static String clean(String text) {
    return text.replaceAll(
            "\u001b\\[[0-9;?]*[ -/]*[@-~]|\u001b\\][^\u0007\u001b]*(\u0007|\u001b\\\\)?", "")
        .replace("\t", TAB)
        .replaceAll("\\p{Cntrl}", "");
  }

  static int width(String text) {
    return text.codePoints().map(Cells::width).sum();
  }

  private static int width(int character) {
    return Math.max(0, WCWidth.wcwidth(character));
  }

  /// The text, cut with an ellipsis at its end if it is wider.
  static String cut(String text, int room) {
    if (width(text) <= room) {
      return text;
    }
    return room <= 0 ? "" : text.substring(0, fitting(text, 0, room - 1)) + "…";
  }

  /// The text cut or filled with blanks to exactly that width.
  static String fill(String text, int room) {
    var cut = cut(text, room);
    return cut + " ".repeat(Math.max(0, room - width(cut)));
  }

  /// The same, with the blanks before it.
  static String fillLeft(String text, int room) {
    var cut = cut(text, room);
    return " ".repeat(Math.max(0, room - width(cut))) + cut;
  }

  /// The text in pieces of that width at most, at least one.
  static List<String> wrap(String text, int room) {
    var pieces = new ArrayList<String>();
    int from = 0;
    do {
      int least = from < text.length() ? text.offsetByCodePoints(from, 1) : from;
      int to = Math.max(fitting(text, from, room), least);
      pieces.add(text.substring(from, to));
      from = to;
    } while (from < text.length());
    return pieces;
  }

  /// The end of what fits from there on.
  private static int fitting(String text, int from, int room) {
    int left = room;
    int at = from;
    while (at < text.length()) {
      int character = text.codePointAt(at);
      left -= width(character);
      if (left < 0) {
        break;
      }
      at += Character.charCount(character);
    }
    return at;
  }
}
