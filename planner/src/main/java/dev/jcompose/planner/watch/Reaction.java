package dev.jcompose.planner.watch;

import dev.jcompose.model.Hook;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// What is to be done about some changes, in this order.
///
/// @param rebuilt services whose images are built and whose containers are replaced
/// @param synced files that go into the containers of services
/// @param restarted services whose containers are restarted then
/// @param executed commands that are run in the containers of services at the end
public record Reaction(
    SequencedSet<ServiceName> rebuilt,
    SequencedMap<ServiceName, List<SyncedFile>> synced,
    SequencedSet<ServiceName> restarted,
    SequencedMap<ServiceName, List<Hook>> executed) {
  public Reaction {
    rebuilt = Ordered.set(rebuilt);
    synced = Ordered.map(synced);
    restarted = Ordered.set(restarted);
    executed = Ordered.map(executed);
  }

  /// Whether nothing is to be done.
  public boolean isEmpty() {
    return rebuilt.isEmpty() && synced.isEmpty() && restarted.isEmpty() && executed.isEmpty();
  }
}
