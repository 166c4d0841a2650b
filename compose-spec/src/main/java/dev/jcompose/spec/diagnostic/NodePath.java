package dev.jcompose.spec.diagnostic;

import java.util.List;

/// Where a value stands in a document, e.g. `services.web.ports[0]`.
public record NodePath(List<Segment> segments) {
  /// The whole document.
  public static final NodePath ROOT = new NodePath(List.of());

  public NodePath {
    segments = List.copyOf(segments);
  }

  /// One step down.
  public sealed interface Segment {
    /// Into the value of a mapping's key.
    record Key(String name) implements Segment {}

    /// Into an item of a sequence, from 0.
    record Index(int index) implements Segment {}
  }

  /// The path made of these keys.
  public static NodePath of(String... keys) {
    NodePath path = ROOT;
    for (String key : keys) {
      path = path.child(key);
    }
    return path;
  }

  /// The value of that key below this path.
  public NodePath child(String key) {
    return plus(new Segment.Key(key));
  }

  /// The item of that index below this path.
  public NodePath child(int index) {
    return plus(new Segment.Index(index));
  }

  private NodePath plus(Segment segment) {
    Segment[] longer = segments.toArray(new Segment[segments.size() + 1]);
    longer[segments.size()] = segment;
    return new NodePath(List.of(longer));
  }

  /// How a sentence about the value begins: `` `image` ``, for an item of a list `` an item of
  /// `ports` ``, for all of it `the document`.
  public String subject() {
    if (segments.isEmpty()) {
      return "the document";
    }
    return switch (segments.getLast()) {
      case Segment.Key(String name) -> "`" + name + "`";
      case Segment.Index _ ->
          "an item of " + new NodePath(segments.subList(0, segments.size() - 1)).subject();
    };
  }

  /// As people write it: keys joined by dots, indexes in brackets.
  @Override
  public String toString() {
    StringBuilder text = new StringBuilder();
    for (Segment segment : segments) {
      switch (segment) {
        case Segment.Key(String name) -> text.append(text.isEmpty() ? "" : ".").append(name);
        case Segment.Index(int index) -> text.append('[').append(index).append(']');
      }
    }
    return text.toString();
  }
}
