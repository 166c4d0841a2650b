package dev.jcompose.spec.bind;

import dev.jcompose.model.ExposedPort;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.PortNotes;
import dev.jcompose.model.PortRange;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Binds published and exposed ports.
final class PortBinder {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  private PortBinder() {}

  static List<PortMapping> ports(Attributes service) {
    return service.mappings("ports").stream().flatMap(port -> port(port).stream()).toList();
  }

  private static Optional<PortMapping> port(Attributes port) {
    Optional<PortRange> target = range(port, "target");
    if (target.isEmpty() && port.get("target").isEmpty()) {
      port.problems()
          .add(
              Diagnostic.error(
                  "missing-key",
                  "a port needs a `target`, the port in the container",
                  port.node().span(),
                  port.path()));
    }
    return target.map(range ->
        new PortMapping(
            range.first(),
            range(port, "published"),
            port.text("host_ip"),
            port.text("protocol").orElse("tcp"),
            port.text("mode"),
            new PortNotes(port.text("name"), port.text("app_protocol"), port.extensions())));
  }

  private static Optional<PortRange> range(Attributes port, String key) {
    return port.text(key)
        .flatMap(text ->
            range(
                text,
                new ScalarReader(port.path().child(key), port.problems()),
                port.get(key).orElseThrow()));
  }

  private static Optional<PortRange> range(String text, ScalarReader reader, Node node) {
    Matcher range = RANGE.matcher(text);
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      String end = range.group(2);
      int last = end == null ? first : Integer.parseInt(end);
      if (first <= last && last <= 65535) {
        return Optional.of(new PortRange(first, last));
      }
    }
    reader
        .problems()
        .add(
            Diagnostic.error(
                    "bad-port",
                    "\"" + text + "\" is not a port or a range of ports",
                    node.span(),
                    reader.path())
                .withHint("Ports run from 1 to 65535."));
    return Optional.empty();
  }

  static List<ExposedPort> expose(Attributes service) {
    List<ExposedPort> exposed = new ArrayList<>();
    List<String> texts = service.texts("expose");
    Node list = service.get("expose").orElse(service.node());
    for (int i = 0; i < texts.size(); i++) {
      NodePath path = service.path().child("expose").child(i);
      Node node =
          list instanceof Node.Sequence(List<Node> items, var _) && i < items.size()
              ? items.get(i)
              : list;
      String text = texts.get(i);
      if (text.isEmpty()) {
        service
            .problems()
            .add(
                Diagnostic.warning(
                    "bad-port",
                    "an empty item exposes nothing, so it is left out",
                    node.span(),
                    path));
        continue;
      }
      int slash = text.indexOf('/');
      Optional<String> protocol =
          slash < 0 ? Optional.empty() : Optional.of(text.substring(slash + 1));
      range(
              slash < 0 ? text : text.substring(0, slash),
              new ScalarReader(path, service.problems()),
              node)
          .ifPresent(range -> exposed.add(new ExposedPort(range, protocol)));
    }
    return exposed;
  }
}
