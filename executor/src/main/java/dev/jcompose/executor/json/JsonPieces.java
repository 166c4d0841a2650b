package dev.jcompose.executor.json;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts a stream of objects, one after the other, into single ones.
public final class JsonPieces {
  private static final int CHUNK = 8192;

  private final ByteArrayOutputStream piece = new ByteArrayOutputStream();
  private int depth;
  private boolean inString;
  private boolean escaped;

  private JsonPieces() {}

  /// Reads objects as they come, to the end of the stream. What is left over there counts as one
  /// that was cut off.
  public static void read(InputStream stream, Consumer<JsonValue> listener) throws IOException {
    JsonPieces pieces = new JsonPieces();
    byte[] chunk = new byte[CHUNK];
    int length;
    while ((length = stream.read(chunk)) >= 0) {
      for (int i = 0; i < length; i++) {
        if (pieces.ends(chunk[i])) {
          listener.accept(pieces.take());
        }
      }
    }
    if (!pieces.piece.toString(StandardCharsets.UTF_8).isBlank()) {
      listener.accept(pieces.take());
    }
  }

  /// Takes a byte; bytes of other than ASCII characters are like none that counts here.
  private boolean ends(byte next) {
    piece.write(next);
    if (inString) {
      inString = escaped || next != '"';
      escaped = !escaped && next == '\\';
      return false;
    }
    switch (next) {
      case '"' -> inString = true;
      case '{', '[' -> depth++;
      case '}', ']' -> depth--;
      default -> {}
    }
    return depth == 0 && (next == '}' || next == ']');
  }

  private JsonValue take() throws MalformedJsonException {
    JsonValue value = JsonValue.parse(piece.toByteArray());
    piece.reset();
    return value;
  }
}
