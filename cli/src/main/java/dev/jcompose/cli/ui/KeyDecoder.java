package dev.jcompose.cli.ui;

import dev.jcompose.cli.ui.Key.Special;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Makes keys of the bytes that a terminal sends. The key Escape sends the byte that other keys
/// begin with, so only a pause tells it from them.
final class KeyDecoder {
  private static final int ESCAPE = 0x1b;

  private byte[] waiting = {};

  /// The keys that end with these bytes. An unfinished one waits for the next.
  List<Key> feed(byte[] bytes) {
    var all = joined(waiting, bytes);
    var keys = new ArrayList<Key>();
    int at = 0;
    while (at < all.length) {
      int length = length(all, at);
      if (at + length > all.length) {
        break;
      }
      key(all, at, length).ifPresent(keys::add);
      at += length;
    }
    waiting = Arrays.copyOfRange(all, at, all.length);
    return keys;
  }

  /// Whether a key is unfinished.
  boolean isWaiting() {
    return waiting.length > 0;
  }

  /// The keys that an unfinished one was, since nothing has followed.
  List<Key> flush() {
    var rest = waiting;
    waiting = new byte[0];
    return rest.length > 0 && rest[0] == ESCAPE ? List.of(Special.ESCAPE) : List.of();
  }

  private static byte[] joined(byte[] first, byte[] second) {
    var all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /// How many bytes the key has; more than there are when it is unfinished.
  private static int length(byte[] all, int at) {
    int first = all[at] & 0xff;
    if (first == ESCAPE) {
      return escapeLength(all, at);
    }
    return first < 0xc0 ? 1 : first < 0xe0 ? 2 : first < 0xf0 ? 3 : 4;
  }

  private static int escapeLength(byte[] all, int at) {
    if (at + 1 == all.length) {
      return 2;
    }
    if (all[at + 1] != '[' && all[at + 1] != 'O') {
      return 1;
    }
    int end = at + 2;
    while (end < all.length && all[end] < '@') {
      end++;
    }
    return end + 1 - at;
  }

  private static Optional<Key> key(byte[] all, int at, int length) {
    var text = new String(all, at, length, StandardCharsets.UTF_8);
    if (all[at] == ESCAPE) {
      return length == 1 ? Optional.of(Special.ESCAPE) : sequence(text.substring(2));
    }
    return switch (all[at]) {
      case 3 -> Optional.of(Special.INTERRUPT);
      case 8, 127 -> Optional.of(Special.BACKSPACE);
      case 10, 13 -> Optional.of(Special.ENTER);
      case 12 -> Optional.of(Special.REDRAW);
      case 26 -> Optional.of(Special.SUSPEND);
      default ->
          Character.isISOControl(text.codePointAt(0))
              ? Optional.empty()
              : Optional.of(new Key.Typed(text.codePointAt(0)));
    };
  }

  /// What follows after `ESC [` or `ESC O`.
  private static Optional<Key> sequence(String end) {
    return switch (end) {
      case "A" -> Optional.of(Special.UP);
      case "B" -> Optional.of(Special.DOWN);
      case "H", "1~", "7~" -> Optional.of(Special.HOME);
      case "F", "4~", "8~" -> Optional.of(Special.END);
      case "5~" -> Optional.of(Special.PAGE_UP);
      case "6~" -> Optional.of(Special.PAGE_DOWN);
      case "M" -> Optional.of(Special.ENTER);
      default -> Optional.empty();
    };
  }
}
