package dev.jcompose.spec.canonical;

import java.util.ArrayDeque;
import java.util.Deque;

/// Paths in a container.
public final class TargetPath {
  private TargetPath() {}

  /// The shortest way to write that path: without empty parts, `.` and `..`.
  public static String clean(String path) {
    boolean rooted = path.startsWith("/");
    Deque<String> parts = new ArrayDeque<>();
    for (String part : path.split("/", -1)) {
      if (part.equals("..") && !parts.isEmpty() && !"..".equals(parts.peekLast())) {
        parts.removeLast();
      } else if (!part.isEmpty() && !part.equals(".") && !(part.equals("..") && rooted)) {
        parts.addLast(part);
      }
    }
    String joined = String.join("/", parts);
    return rooted ? "/" + joined : joined.isEmpty() ? "." : joined;
  }
}
