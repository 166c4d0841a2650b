package dev.jcompose;

import java.util.List;

/// Something cannot be done. The message stands alone; {@link #problems()} has one text for each
/// thing that is wrong.
public final class ComposeException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;
  private final transient List<String> problems;

  /// What went wrong, as far as a program may want to act on it.
  public enum Reason {
    /// The files make no project.
    INVALID_FILES,
    /// Nothing was touched, because it is known to fail or needs consent.
    REFUSED,
    /// Some changes were made, and one failed or took too long.
    FAILED,
    /// Somebody else changes the project and does not end.
    BUSY,
    /// There is no such service, container, port or file.
    NOT_FOUND,
    /// The engine does not answer, or refused a call.
    ENGINE
  }

  ComposeException(Reason reason, List<String> problems) {
    super(String.join("\n", problems));
    this.reason = reason;
    this.problems = List.copyOf(problems);
  }

  ComposeException(Reason reason, String message) {
    this(reason, List.of(message));
  }

  ComposeException(Reason reason, String message, Throwable cause) {
    super(message, cause);
    this.reason = reason;
    this.problems = List.of(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// What went wrong.
  public Reason reason() {
    return reason;
  }

  /// At least one; what is wrong with files begins with file, line and column.
  public List<String> problems() {
    return problems;
  }
}
