package dev.jcompose.spec.remote;

import java.util.Optional;

/// A file from elsewhere cannot be had; the message says why in one sentence.
public final class RemoteException extends Exception {
  private static final long serialVersionUID = 1L;

  @SuppressWarnings("serial")
  private final Optional<String> hint;

  public RemoteException(String message) {
    super(message);
    this.hint = Optional.empty();
  }

  /// @param hint what to do about it
  public RemoteException(String message, String hint) {
    super(message);
    this.hint = Optional.of(hint);
  }

  /// What to do about it.
  public Optional<String> hint() {
    return hint;
  }
}
