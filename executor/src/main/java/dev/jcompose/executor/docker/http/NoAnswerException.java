package dev.jcompose.executor.docker.http;

import java.io.IOException;

/// The other side ended the line before it answered anything.
final class NoAnswerException extends IOException {
  private static final long serialVersionUID = 1L;

  NoAnswerException() {
    super("the connection was closed without an answer");
  }

  NoAnswerException(IOException cause) {
    this();
    initCause(cause);
  }
}
