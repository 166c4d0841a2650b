package dev.jcompose.model;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// Immutable copies that keep the order they were given.
///
/// Order is part of our output, and `Map.copyOf` and `Set.copyOf` change it from run to run.
public final class Ordered {
  private Ordered() {}

  /// An immutable copy of `map` in its order.
  public static <K, V> SequencedMap<K, V> map(Map<? extends K, ? extends V> map) {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>(map));
  }

  /// An immutable map without entries.
  public static <K, V> SequencedMap<K, V> map() {
    return Collections.unmodifiableSequencedMap(new LinkedHashMap<>());
  }

  /// An immutable copy of `elements` in their order, without repetitions.
  public static <E> SequencedSet<E> set(Collection<? extends E> elements) {
    return Collections.unmodifiableSequencedSet(new LinkedHashSet<>(elements));
  }
}
