package dev.jcompose.spec.diagnostic;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/// Things that lead back to the first of them; it begins at the same one wherever it was entered.
///
/// @param members in order, the smallest first
public record Cycle(List<String> members) {
  public Cycle {
    members = List.copyOf(members);
  }

  /// The cycle of these members, each leading to the next and the last to the first.
  public static Cycle of(List<String> members) {
    List<String> turned = new ArrayList<>(members);
    Collections.rotate(turned, -members.indexOf(Collections.min(members)));
    return new Cycle(turned);
  }

  /// All of it, e.g. `web -> db -> web`.
  @Override
  public String toString() {
    return String.join(" -> ", members) + " -> " + members.getFirst();
  }
}
