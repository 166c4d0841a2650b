package dev.jcompose.spec.step;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What holds at which places of a document, e.g. "`services.*.ports.[].target` is a number".
///
/// A pattern's parts are keys; `*` stands for any key or item, `[]` for any item. A key wins over
/// `*`. Whoever walks a document carries the table along: {@link #key} and {@link #item} give the
/// part of it that applies below.
public final class PathTable<T> {
  private static final String ANY = "*";
  private static final String ITEM = "[]";

  private final Map<String, PathTable<T>> below = new HashMap<>();
  private @Nullable T here;

  private PathTable() {}

  /// A table of these patterns.
  public static <T> PathTable<T> of(Map<String, T> patterns) {
    PathTable<T> root = new PathTable<>();
    patterns.forEach((pattern, value) -> {
      PathTable<T> at = root;
      for (String part : pattern.split("\\.", -1)) {
        at = at.below.computeIfAbsent(part, _ -> new PathTable<>());
      }
      at.here = value;
    });
    return root;
  }

  /// What holds here.
  public Optional<T> value() {
    return Optional.ofNullable(here);
  }

  /// The table for the value of that key.
  public PathTable<T> key(String key) {
    if (isEmpty()) {
      return this;
    }
    PathTable<T> exact = below.get(key);
    return exact != null ? exact : below.getOrDefault(ANY, new PathTable<>());
  }

  /// The table for the items of a sequence.
  public PathTable<T> item() {
    return key(ITEM);
  }

  /// The table for the place that those keys lead to.
  public PathTable<T> at(Iterable<String> keys) {
    PathTable<T> at = this;
    for (String key : keys) {
      at = at.key(key);
    }
    return at;
  }

  /// Whether nothing holds here or anywhere below.
  public boolean isEmpty() {
    return here == null && below.isEmpty();
  }

  @Override
  public String toString() {
    return "PathTable" + Collections.unmodifiableMap(below).keySet();
  }
}
