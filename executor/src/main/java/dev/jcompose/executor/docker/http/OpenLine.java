package dev.jcompose.executor.docker.http;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A line with the requests and answers on it, one after the other.
final class OpenLine implements Closeable {
  private static final int CHUNK = 1 << 16;
  private static final byte[] LAST_CHUNK = bytes("0\r\n\r\n");

  private final Line line;
  private final InputStream input;
  private boolean keepable = true;

  OpenLine(Line line) {
    this.line = line;
    this.input = new BufferedInputStream(line.input(), CHUNK);
  }

  InputStream input() {
    return input;
  }

  /// What is written after an answer that hands the line over; closing it ends this direction only.
  OutputStream output() {
    return new FilterOutputStream(line.output()) {
      @Override
      public void write(byte[] bytes, int offset, int length) throws IOException {
        out.write(bytes, offset, length);
      }

      @Override
      public void close() throws IOException {
        out.flush();
        line.endOutput();
      }
    };
  }

  /// Whether the next request may go over it.
  boolean isFree() throws IOException {
    return input.available() == 0 && line.isIdle();
  }

  /// Whether it is of use after an answer: not when a request was sent in part only.
  boolean isKeepable() {
    return keepable;
  }

  /// Says that it is handed over to somebody else.
  void neverKeep() {
    keepable = false;
  }

  /// Sends a request and reads the head of the answer. One that comes before all of the request is
  /// sent counts: it says why the rest is not wanted.
  ///
  /// @throws NoAnswerException if the line ended before the first byte of an answer
  AnswerHead exchange(HttpRequest request, String host) throws IOException {
    IOException unsent = null;
    try {
      send(request, host);
    } catch (SourceException e) {
      throw e.source();
    } catch (IOException e) {
      keepable = false;
      unsent = e;
    }
    try {
      return AnswerHead.read(input);
    } catch (IOException e) {
      if (unsent == null) {
        throw e;
      }
      throw e instanceof NoAnswerException ? new NoAnswerException(unsent) : unsent;
    }
  }

  private void send(HttpRequest request, String host) throws IOException {
    switch (request.body()) {
      case HttpRequest.Body.None() -> {
        boolean usual = request.method().equals("GET") || request.method().equals("HEAD");
        write(head(request, host, usual ? "" : "Content-Length: 0\r\n"));
      }
      case HttpRequest.Body.Bytes(byte[] body) ->
          write(head(request, host, "Content-Length: " + body.length + "\r\n"), body);
      case HttpRequest.Body.Stream(InputStream body) -> {
        write(head(request, host, "Transfer-Encoding: chunked\r\n"));
        chunks(body);
      }
    }
  }

  private static byte[] head(HttpRequest request, String host, String length) {
    StringBuilder head = new StringBuilder(request.method());
    head.append(' ').append(request.target()).append(" HTTP/1.1\r\nHost: ").append(host);
    head.append("\r\n").append(length);
    request
        .headers()
        .forEach((name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
    return bytes(head.append("\r\n").toString());
  }

  private void chunks(InputStream body) throws IOException {
    byte[] chunk = new byte[CHUNK];
    for (int length = next(body, chunk); length >= 0; length = next(body, chunk)) {
      if (length > 0) {
        OutputStream output = line.output();
        output.write(bytes(Integer.toHexString(length) + "\r\n"));
        output.write(chunk, 0, length);
        output.write(bytes("\r\n"));
      }
    }
    write(LAST_CHUNK);
  }

  private static int next(InputStream body, byte[] chunk) throws SourceException {
    try {
      return body.read(chunk);
    } catch (IOException e) {
      throw new SourceException(e);
    }
  }

  private void write(byte[]... parts) throws IOException {
    int length = 0;
    for (byte[] part : parts) {
      length += part.length;
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] part : parts) {
      System.arraycopy(part, 0, all, at, part.length);
      at += part.length;
    }
    line.output().write(all);
    line.output().flush();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public void close() throws IOException {
    line.close();
  }

  /// What was to be sent could not be read.
  private static final class SourceException extends IOException {
    private static final long serialVersionUID = 1L;

    private final IOException source;

    SourceException(IOException source) {
      super(source);
      this.source = source;
    }

    IOException source() {
      return source;
    }
  }
}
