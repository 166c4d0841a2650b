package dev.jcompose.executor.registry;

/// A registry refused a call, or could not be reached; the message stands alone.
public final class RegistryException extends Exception {
  private static final long serialVersionUID = 1L;

  private final int status;

  /// @param status as in HTTP; 0 if there was no answer
  RegistryException(String message, int status) {
    super(message);
    this.status = status;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// Whether the registry knows who asks, and does not take what it was given.
  public boolean isRejection() {
    return status >= 400 && status < 500 && status != 401 && status != 403 && status != 407;
  }

  /// Whether there is nothing of that name.
  public boolean isMissing() {
    return status == 404;
  }
}
