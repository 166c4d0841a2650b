package dev.jcompose.model;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/// Orders by keys.
///
/// They are what {@link Comparator#comparing} gives, but not serializable: lambdas that are stand
/// in no cache of classes, and the first of them costs a command ten milliseconds.
public final class Orders {
  private Orders() {}

  /// By a key, which must be there.
  public static <T, K extends Comparable<? super K>> Comparator<T> by(
      Function<? super T, ? extends K> key) {
    return (one, other) -> key.apply(one).compareTo(key.apply(other));
  }

  /// By the first order that tells two apart.
  @SafeVarargs
  @SuppressWarnings("varargs") // They are only read.
  public static <T> Comparator<T> inTurn(Comparator<? super T>... orders) {
    List<Comparator<? super T>> turns = List.of(orders);
    return (one, other) -> {
      for (Comparator<? super T> order : turns) {
        int result = order.compare(one, other);
        if (result != 0) {
          return result;
        }
      }
      return 0;
    };
  }
}
