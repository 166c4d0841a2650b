package dev.jcompose.cli.project;

/// What a script can rely on; `docs/exit-codes.md` tells it to users.
public final class ExitCode {
  /// All was done, or nothing was to be done.
  public static final int OK = 0;

  /// Wrong flags, wrong files, no engine, or a step failed.
  public static final int FAILED = 1;

  /// `plan --detailed-exitcode`: there is something to do.
  public static final int CHANGES = 2;

  /// A bug of ours.
  public static final int BUG = 70;

  /// `test`: the command was not done in time; `timeout` of GNU ends so, too.
  public static final int TIMED_OUT = 124;

  /// Ctrl-C.
  public static final int INTERRUPTED = 130;

  private ExitCode() {}
}
