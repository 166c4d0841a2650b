package dev.jcompose.cli.progress;

import dev.jcompose.cli.text.Ages;
import dev.jcompose.cli.text.Paint;
import dev.jcompose.cli.text.Paint.Colour;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/// One thing on the screen: what it is, what is being done to it and since when.
///
/// @param remark why it is done, or how far it is
record TtyLine(
    String thing,
    String status,
    State state,
    Instant since,
    Optional<Instant> until,
    String remark) {
  private static final String SPINNER = "⠋⠙⠹⠸⠼⠴⠦⠧⠇⠏";

  /// Columns that the usual words for a status need, and the blanks around a thing.
  private static final int STATUS = 9;

  private static final int AROUND = 3;

  /// So much is shown of a thing before its status is cut.
  private static final int LEAST = 8;

  /// What the mark in front says.
  enum State {
    GOING,
    DONE,
    FAILED
  }

  /// The line cut to the width of the window; the time stands at its right end if there is room.
  String draw(int thingWidth, int columns, Instant now, Paint paint) {
    var took = Duration.between(since, until.orElse(now));
    var time = Ages.brief(took);
    var room = new Room(columns - 1);
    var mark = paint.in(colour(), room.take(mark(took)));
    int width = Math.max(LEAST, Math.min(thingWidth, room.left - AROUND - STATUS));
    var left = room.take(" " + end(width) + " ".repeat(Math.max(0, width - thing.length())) + "  ");
    var middle = paint.in(colour(), room.take(status));
    var why = remark.isEmpty() ? "" : room.takeBut(time.length() + 3, "  " + remark);
    var end = room.fits(time.length() + 2) ? " ".repeat(room.left - time.length()) + time : "";
    return " "
        + mark
        + left
        + middle
        + (why.isEmpty() ? "" : paint.in(Colour.FAINT, why))
        + (end.isEmpty() ? "" : paint.in(Colour.BLUE, end));
  }

  /// The thing itself, or its end, where names of one project differ.
  private String end(int width) {
    return thing.length() <= width ? thing : "…" + thing.substring(thing.length() - width + 1);
  }

  private String mark(Duration took) {
    return switch (state) {
      case GOING -> spinner(took);
      case DONE -> "✔";
      case FAILED -> "✘";
    };
  }

  private static String spinner(Duration took) {
    int frame = (int) (took.toMillis() / 100 % SPINNER.length());
    return SPINNER.substring(frame, frame + 1);
  }

  private Colour colour() {
    return switch (state) {
      case GOING -> Colour.YELLOW;
      case DONE -> Colour.GREEN;
      case FAILED -> Colour.RED;
    };
  }

  /// What is left of a line; the first column stays free.
  private static final class Room {
    private int left;

    Room(int columns) {
      left = Math.max(0, columns - 1);
    }

    boolean fits(int columns) {
      return left >= columns;
    }

    String take(String text) {
      return takeBut(0, text);
    }

    /// As much of the text as leaves room for what is kept; cut text ends with an ellipsis.
    String takeBut(int kept, String text) {
      int room = Math.max(0, left - kept);
      int length = text.codePointCount(0, text.length());
      String taken =
          length <= room
              ? text
              : room == 0 ? "" : text.substring(0, text.offsetByCodePoints(0, room - 1)) + "…";
      left -= taken.codePointCount(0, taken.length());
      return taken;
    }
  }
}
