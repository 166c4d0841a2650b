package dev.jcompose.cli.text;

import dev.jcompose.model.Orders;
import dev.jcompose.planner.PublishedPort;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Ports as docker lists them: `0.0.0.0:8080->80/tcp, 9000-9001/tcp`.
///
/// Neighbouring ports become a range; those published under another number stand alone at the end.
public final class PortsText {
  private static final Comparator<PublishedPort> ORDER =
      Orders.inTurn(
          Orders.by(PublishedPort::target),
          Orders.by(port -> port.hostIp().orElse("")),
          Orders.by(port -> port.published().orElse(0)),
          Orders.by(PublishedPort::protocol));

  private record Range(int first, int last) {}

  private PortsText() {}

  /// Those ports in one line.
  public static String of(List<PublishedPort> ports) {
    var texts = new ArrayList<String>();
    var moved = new ArrayList<String>();
    SequencedMap<Group, Range> open = new LinkedHashMap<>();
    for (var port : ports.stream().sorted(ORDER).toList()) {
      int published = port.published().orElse(0);
      var group = new Group(published == 0 ? "" : host(port), port.protocol());
      var range = open.get(group);
      if (published != 0 && published != port.target()) {
        moved.add(group.host + ":" + published + "->" + port.target() + "/" + port.protocol());
      } else if (range != null && range.last + 1 == port.target()) {
        open.put(group, new Range(range.first, port.target()));
      } else {
        if (range != null) {
          texts.add(group.text(range));
        }
        open.put(group, new Range(port.target(), port.target()));
      }
    }
    open.forEach((group, range) -> texts.add(group.text(range)));
    texts.addAll(moved);
    return String.join(", ", texts);
  }

  private static String host(PublishedPort port) {
    var ip = port.hostIp().orElse("0.0.0.0");
    return ip.contains(":") ? "[" + ip + "]" : ip;
  }

  private record Group(String host, String protocol) {
    String text(Range range) {
      var ports = range.first + (range.first == range.last ? "" : "-" + range.last);
      return (host.isEmpty() ? ports : host + ":" + ports + "->" + ports) + "/" + protocol;
    }
  }
}
