package dev.jcompose.model;

import java.util.SequencedMap;

/// What the user added under keys that begin with `x-`, by key.
public record Extensions(SequencedMap<String, Value> values) {
  /// No extensions.
  public static final Extensions NONE = new Extensions(Ordered.map());

  public Extensions {
    values = Ordered.map(values);
  }
}
