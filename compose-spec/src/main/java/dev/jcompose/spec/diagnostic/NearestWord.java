package dev.jcompose.spec.diagnostic;

import dev.jcompose.model.Orders;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Finds what the user may have meant by a word that is not known.
public final class NearestWord {
  /// Longer words are not compared, nor such with very many: it would take too long.
  private static final int LONGEST = 100;

  private static final int MOST_COMPARISONS = 100_000;

  private static final int LEAST_START = 3;

  private NearestWord() {}

  /// The known word nearest to `word`, if any is near enough to be a slip of the fingers, or the
  /// one that was cut short.
  public static Optional<String> of(String word, Collection<String> known) {
    if (word.length() > LONGEST
        || word.length() * word.length() * known.size() > MOST_COMPARISONS) {
      return Optional.empty();
    }
    int limit = Math.max(1, word.length() / 3);
    return known.stream()
        .filter(candidate -> Math.abs(candidate.length() - word.length()) <= limit)
        .filter(candidate -> distance(word, candidate) <= limit)
        .min(
            Orders.inTurn(
                Orders.by((String candidate) -> distance(word, candidate)),
                Comparator.naturalOrder()))
        .or(() -> begunAlike(word, known));
  }

  /// The only known word that begins as this one, but for its last letter: `retry`, `retries`.
  private static Optional<String> begunAlike(String word, Collection<String> known) {
    String start = folded(word).substring(0, Math.max(0, word.length() - 1));
    List<String> alike =
        start.length() < LEAST_START
            ? List.of()
            : known.stream().filter(candidate -> folded(candidate).startsWith(start)).toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  /// The same as a hint: "Did you mean `image`?"
  public static Optional<String> hint(String word, Collection<String> known) {
    return of(word, known).map(nearest -> "Did you mean `" + nearest + "`?");
  }

  /// Letters to add, drop, change or swap with their neighbour; case, `-` and `_` do not count.
  private static int distance(String left, String right) {
    String a = folded(left);
    String b = folded(right);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(cost, a, b, i, j);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(int[][] cost, String a, String b, int i, int j) {
    int changed = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int best = Math.min(changed, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(best, cost[i - 2][j - 2] + 1) : best;
  }

  private static String folded(String word) {
    return word.toLowerCase(Locale.ROOT).replace('-', '_');
  }
}
