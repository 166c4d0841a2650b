package dev.jcompose.executor.bake;

import java.util.regex.Pattern;

/// Contexts that are no directory of this machine.
public final class RemoteContext {
  private static final Pattern ADDRESS =
      Pattern.compile("(?:https?|git|ssh)://.*|git@.*|github\\.com/.*");

  private RemoteContext() {}

  /// Whether a context is the address of a repository or an archive.
  public static boolean is(String context) {
    return ADDRESS.matcher(context).matches();
  }
}
