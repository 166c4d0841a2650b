package dev.jcompose.executor.docker.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ProtocolException;
import java.util.concurrent.atomic.AtomicReference;

/// The body of an answer. At its end the line is given back or closed; closing it before closes the
/// line.
final class AnswerBody extends InputStream {
  private static final int HEX = 16;

  /// What becomes of the line.
  interface Fate {
    /// The answer has ended, and the next one may follow.
    void goesOn() throws IOException;

    /// Nothing more can come over it.
    void isOver() throws IOException;
  }

  /// How its end is known.
  enum Form {
    /// By its length.
    SIZED,
    /// By an empty chunk.
    CHUNKED,
    /// By the end of the line.
    OPEN
  }

  private enum State {
    /// There may be more.
    LEFT,
    READ,
    GIVEN_UP
  }

  private final InputStream input;
  private final Form form;
  private final Fate fate;
  private final boolean keepsLine;
  private final AtomicReference<State> state = new AtomicReference<>(State.LEFT);

  /// Bytes until the end of the body, or of the chunk.
  private long left;

  private boolean begun;

  private AnswerBody(InputStream input, Form form, long length, boolean keepsLine, Fate fate) {
    this.input = input;
    this.form = form;
    this.left = length;
    this.keepsLine = keepsLine;
    this.fate = fate;
  }

  static AnswerBody of(HttpRequest request, AnswerHead head, InputStream input, Fate fate)
      throws IOException {
    boolean none = request.method().equals("HEAD") || head.isBodiless();
    Form form = none ? Form.SIZED : form(head);
    long length = none || form != Form.SIZED ? 0 : head.length().orElse(0L);
    boolean keepsLine = form != Form.OPEN && head.keepsLine();
    AnswerBody body = new AnswerBody(input, form, length, keepsLine, fate);
    if (form == Form.SIZED && length == 0) {
      body.end();
    }
    return body;
  }

  private static Form form(AnswerHead head) throws IOException {
    if (head.isSwitched()) {
      return Form.OPEN;
    }
    if (head.isChunked()) {
      return Form.CHUNKED;
    }
    return head.length().isPresent() ? Form.SIZED : Form.OPEN;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : Byte.toUnsignedInt(one[0]);
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (isAtEnd()) {
      end();
      return -1;
    }
    int most = form == Form.OPEN ? length : (int) Math.min(length, left);
    int read = input.read(bytes, offset, most);
    if (form == Form.OPEN) {
      if (read < 0) {
        end();
      }
      return read;
    }
    if (read < 0) {
      throw AnswerHead.cutOff();
    }
    left -= read;
    if (form == Form.SIZED && left == 0) {
      end();
    }
    return read;
  }

  private boolean isAtEnd() throws IOException {
    switch (state.get()) {
      case READ -> {
        return true;
      }
      case GIVEN_UP -> throw new IOException("the answer was given up");
      case LEFT -> {}
    }
    if (form == Form.CHUNKED && left == 0) {
      nextChunk();
    }
    return form != Form.OPEN && left == 0;
  }

  private void nextChunk() throws IOException {
    try {
      if (begun) {
        var _ = AnswerHead.line(input);
      }
      begun = true;
      String size = AnswerHead.line(input).split(";", 2)[0].strip();
      left = Long.parseLong(size, HEX);
      if (left < 0) {
        throw notInChunks();
      }
      for (String trailer = left == 0 ? "-" : ""; !trailer.isEmpty(); ) {
        trailer = AnswerHead.line(input);
      }
    } catch (NumberFormatException _) {
      throw notInChunks();
    } catch (NoAnswerException _) {
      throw AnswerHead.cutOff();
    }
  }

  private static ProtocolException notInChunks() {
    return new ProtocolException("the answer is not cut into chunks as it says");
  }

  private void end() throws IOException {
    if (state.compareAndSet(State.LEFT, State.READ)) {
      if (keepsLine) {
        fate.goesOn();
      } else {
        fate.isOver();
      }
    }
  }

  @Override
  public void close() throws IOException {
    if (state.compareAndSet(State.LEFT, State.GIVEN_UP)) {
      fate.isOver();
    }
  }
}
