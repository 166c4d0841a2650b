package dev.jcompose.executor.docker;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/// Where the bytes of an answer go. A failure to write is kept apart from one to read, which is the
/// engine's.
record Sink(OutputStream stream) {
  private static final int CHUNK = 64 * 1024;

  /// Copies everything, and gives the number of bytes.
  ///
  /// @throws UncheckedIOException if the stream cannot be written
  /// @throws IOException if `answer` cannot be read
  long fill(InputStream answer) throws IOException {
    byte[] chunk = new byte[CHUNK];
    long total = 0;
    int length = answer.read(chunk);
    while (length >= 0) {
      write(chunk, length);
      total += length;
      length = answer.read(chunk);
    }
    return total;
  }

  /// Writes all of it, and lets it be seen.
  ///
  /// @throws UncheckedIOException if the stream cannot be written
  void write(byte[] content) {
    write(content, content.length);
  }

  private void write(byte[] chunk, int length) {
    try {
      stream.write(chunk, 0, length);
      stream.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
