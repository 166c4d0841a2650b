package dev.jcompose.cli.progress;

import java.util.HashMap;
import java.util.Map;

/// How far things are, drawn. A bar never gets shorter, though its whole may turn out to be more
/// than was known.
final class Bars {
  private static final int CELLS = 10;

  private final Map<String, Integer> filled = new HashMap<>();

  /// The bar of a thing of which that part is done, e.g. `━━━───────`.
  String of(String thing, long part, long whole) {
    int cells = whole == 0 ? 0 : (int) (Math.min(part, whole) * CELLS / whole);
    int shown = filled.merge(thing, cells, Math::max);
    return "━".repeat(shown) + "─".repeat(CELLS - shown);
  }
}
