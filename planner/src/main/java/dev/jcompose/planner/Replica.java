package dev.jcompose.planner;

import dev.jcompose.model.Orders;
import dev.jcompose.model.ServiceName;
import java.util.Comparator;

/// The place of a container in a project: the n-th of its service, from 1; 0 for one that is no
/// replica.
public record Replica(ServiceName service, int number) implements Comparable<Replica> {
  private static final Comparator<Replica> ORDER =
      Orders.inTurn(Orders.by(Replica::service), Orders.by(Replica::number));

  @Override
  public int compareTo(Replica other) {
    return ORDER.compare(this, other);
  }

  /// E.g. `web-1`.
  @Override
  public String toString() {
    return service + "-" + number;
  }
}
