package dev.jcompose.executor.docker;

import dev.jcompose.executor.LogLine;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/// The engine's way of sending both streams over one connection: frames of a stream's number, three
/// zeros, four bytes of length, and as many bytes of output.
final class Frames {
  private static final int HEADER = 8;
  private static final int LENGTH_OFFSET = 4;
  private static final int ERR = 2;

  private Frames() {}

  /// Takes what a frame holds.
  interface Listener {
    void frame(LogLine.Source source, byte[] content);
  }

  /// Reads frames as they come, to the end of the stream.
  static void read(InputStream stream, Listener listener) throws IOException {
    while (true) {
      byte[] header = stream.readNBytes(HEADER);
      if (header.length == 0) {
        return;
      }
      if (header.length < HEADER) {
        throw new EOFException("the stream ended within a frame");
      }
      int length = ByteBuffer.wrap(header).getInt(LENGTH_OFFSET);
      byte[] content = stream.readNBytes(length);
      if (content.length < length) {
        throw new EOFException("the stream ended within a frame");
      }
      listener.frame(header[0] == ERR ? LogLine.Source.ERR : LogLine.Source.OUT, content);
    }
  }
}
