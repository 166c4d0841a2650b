package dev.jcompose.executor;

/// The engine refused a call, or could not be reached.
///
/// The message stands alone: what was tried, on what, and the engine's own words.
public final class EngineException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Kind kind;

  /// What went wrong, as far as a program may want to act on it.
  public enum Kind {
    /// Nobody answers there.
    UNREACHABLE,
    /// The thing asked for is not there.
    NOT_FOUND,
    /// It is in use, or a name is taken.
    CONFLICT,
    /// Another run has done it, or undone what it needs, in the meantime.
    OVERTAKEN,
    /// The engine is too old for it.
    UNSUPPORTED,
    /// Anything else.
    OTHER
  }

  public EngineException(Kind kind, String message) {
    super(message);
    this.kind = kind;
  }

  public EngineException(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }

  /// What went wrong.
  public Kind kind() {
    return kind;
  }
}
