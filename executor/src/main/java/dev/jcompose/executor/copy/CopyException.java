package dev.jcompose.executor.copy;

/// Something cannot be copied. The message is for people.
public final class CopyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CopyException(String message) {
    super(message);
  }
}
