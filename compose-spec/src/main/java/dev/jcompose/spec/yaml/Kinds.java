package dev.jcompose.spec.yaml;

/// What a node is, in the words of messages.
public final class Kinds {
  private Kinds() {}

  /// With its article, e.g. `a mapping`.
  public static String of(Node node) {
    return switch (node) {
      case Node.Text _ -> "text";
      case Node.Numeral _ -> "a number";
      case Node.Bool(boolean value, _, _) -> value ? "`true`" : "`false`";
      case Node.Null _ -> "empty";
      case Node.Sequence _ -> "a list";
      case Node.Mapping _ -> "a mapping";
      case Node.Tagged(_, Node value, _) -> of(value);
    };
  }
}
