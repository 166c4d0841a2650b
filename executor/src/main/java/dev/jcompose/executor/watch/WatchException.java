package dev.jcompose.executor.watch;

/// Files cannot be watched, or not as the project says; the message says why.
public final class WatchException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  WatchException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
