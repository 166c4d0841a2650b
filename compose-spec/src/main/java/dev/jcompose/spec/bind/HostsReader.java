package dev.jcompose.spec.bind;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;

/// Reads `extra_hosts`: a list of `HOST=ADDRESS` or `HOST:ADDRESS`, or a mapping to one or more
/// addresses.
final class HostsReader {
  private final TreeMap<String, List<String>> hosts = new TreeMap<>();
  private final Attributes attributes;

  private HostsReader(Attributes attributes) {
    this.attributes = attributes;
  }

  /// Addresses by host name, sorted by name.
  static SequencedMap<String, List<String>> read(Attributes attributes, String key) {
    Optional<Node> node = attributes.get(key);
    if (node.isEmpty()) {
      return Ordered.map();
    }
    HostsReader reader = new HostsReader(attributes);
    NodePath path = attributes.path().child(key);
    if (node.get() instanceof Node.Mapping) {
      attributes
          .entries(key)
          .keySet()
          .forEach(host ->
              attributes
                  .mapping(key)
                  .ifPresent(given -> reader.addAll(host, given.texts(host), node.get(), path)));
    } else {
      List<String> lines = attributes.texts(key);
      for (int i = 0; i < lines.size(); i++) {
        reader.addLine(lines.get(i), item(node.get(), i), path.child(i));
      }
    }
    return new LinkedHashMap<>(reader.hosts);
  }

  private static Node item(Node node, int index) {
    return node instanceof Node.Sequence(List<Node> items, var _) ? items.get(index) : node;
  }

  private void addLine(String line, Node node, NodePath path) {
    int cut = line.indexOf('=') >= 0 ? line.indexOf('=') : line.indexOf(':');
    if (cut < 0) {
      attributes
          .problems()
          .add(
              Diagnostic.error(
                  "bad-host",
                  "\"" + line + "\" has no address: write `HOST=ADDRESS`",
                  node.span(),
                  path));
      return;
    }
    addAll(line.substring(0, cut), List.of(line.substring(cut + 1).split(",", -1)), node, path);
  }

  private void addAll(String host, List<String> addresses, Node node, NodePath path) {
    if (host.isEmpty() || host.contains(":") || host.contains("=")) {
      attributes
          .problems()
          .add(
              Diagnostic.error(
                  "bad-host", "\"" + host + "\" cannot be a host name", node.span(), path));
      return;
    }
    List<String> known = hosts.computeIfAbsent(host, _ -> new ArrayList<>());
    addresses.forEach(address -> known.add(withoutBrackets(address)));
  }

  private static String withoutBrackets(String address) {
    boolean inBrackets = address.length() > 2 && address.startsWith("[") && address.endsWith("]");
    return inBrackets ? address.substring(1, address.length() - 1) : address;
  }
}
