package dev.jcompose.tests.e2e;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// The head of an HTTP/1.1 message, which tells where its body ends.
///
/// @param text its lines, with the empty one at its end
record HttpHead(String text) {
  private static final String LINE_END = "\r\n";

  /// Reads the next head; empty when the stream ends before it.
  static Optional<HttpHead> read(InputStream from) throws IOException {
    StringBuilder text = new StringBuilder();
    for (String line = line(from); !line.isEmpty(); line = line(from)) {
      text.append(line);
      if (line.equals(LINE_END)) {
        return Optional.of(new HttpHead(text.toString()));
      }
    }
    return Optional.empty();
  }

  byte[] bytes() {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  /// A word of the first line, from 0.
  String word(int index) {
    return text.lines().findFirst().orElseThrow().split(" ", -1)[index];
  }

  /// Copies the body that follows; one of a request without a length has none.
  void copyRequestBody(InputStream from, OutputStream to) throws IOException {
    if (isChunked()) {
      copyChunks(from, to);
    } else {
      copy(from, to, length().orElse(0L));
    }
  }

  /// Copies the body that follows; one of an answer without a length goes on to the end of the
  /// stream.
  ///
  /// @return whether another answer can follow
  boolean copyAnswerBody(InputStream from, OutputStream to) throws IOException {
    if (hasNoBody()) {
      return true;
    }
    if (isChunked()) {
      copyChunks(from, to);
      return true;
    }
    if (length().isPresent()) {
      copy(from, to, length().get());
      return true;
    }
    from.transferTo(to);
    return false;
  }

  boolean hasNoBody() {
    return word(1).equals("204") || word(1).equals("304") || length().equals(Optional.of(0L));
  }

  private boolean isChunked() {
    return header("transfer-encoding").filter("chunked"::equalsIgnoreCase).isPresent();
  }

  private Optional<Long> length() {
    return header("content-length").map(Long::parseLong);
  }

  private Optional<String> header(String name) {
    return text.lines()
        .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
        .map(line -> line.substring(name.length() + 1).strip())
        .findFirst();
  }

  private static void copyChunks(InputStream from, OutputStream to) throws IOException {
    long size;
    do {
      String line = line(from);
      if (line.isEmpty()) {
        throw new EOFException("the body ends before its last chunk");
      }
      size = Long.parseLong(line.strip(), 16);
      var chunk = new ByteArrayOutputStream();
      chunk.writeBytes(line.getBytes(StandardCharsets.ISO_8859_1));
      copy(from, chunk, size + LINE_END.length());
      chunk.writeTo(to);
    } while (size > 0);
  }

  private static void copy(InputStream from, OutputStream to, long size) throws IOException {
    byte[] bytes = from.readNBytes(Math.toIntExact(size));
    if (bytes.length < size) {
      throw new EOFException("the body ends before its length");
    }
    to.write(bytes);
  }

  /// A line with its end; empty at the end of the stream.
  private static String line(InputStream from) throws IOException {
    var line = new ByteArrayOutputStream();
    int next = from.read();
    while (next >= 0) {
      line.write(next);
      if (next == '\n') {
        return line.toString(StandardCharsets.ISO_8859_1);
      }
      next = from.read();
    }
    return "";
  }
}
