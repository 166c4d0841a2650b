package dev.jcompose.spec.canonical;

import dev.jcompose.model.PortRange;
import dev.jcompose.spec.yaml.Node;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// Published ports: `[[ADDRESS:]HOST:]CONTAINER[/PROTOCOL]`. Ranges of container ports become one
/// mapping a port. Where variables are left in, a list with one of them stays as it is.
final class PortForm {
  private static final Pattern RANGE = Pattern.compile("(\\d{1,9})(?:-(\\d{1,9}))?");

  private static final String RULE = "Ports run from 1 to 65535.";

  private static final List<String> PROTOCOLS = List.of("tcp", "udp", "sctp");

  private final Node node;
  private final Place at;

  private PortForm(Node node, Place at) {
    this.node = node;
    this.at = at;
  }

  static Node ports(Node node, Place at) {
    if (!(node instanceof Node.Sequence(List<Node> items, var span))) {
      return node;
    }
    List<Node> ports = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      ports.addAll(
          items.get(i) instanceof Node.Scalar port
              ? new PortForm(port, at.child(i)).parse(port.raw())
              : List.of(items.get(i)));
    }
    boolean all = at.interpolated() || ports.stream().allMatch(Node.Mapping.class::isInstance);
    return all ? new Node.Sequence(ports, span) : node;
  }

  private List<Node> parse(String text) {
    int slash = text.indexOf('/');
    String[] protocols = slash < 0 ? new String[] {""} : text.substring(slash + 1).split("/", -1);
    String protocol = protocols[0].toLowerCase(Locale.ROOT);
    if (protocols.length > 1) {
      at.warning(
          "bad-port",
          "a port has one protocol, so only `" + protocols[0] + "` is taken",
          node,
          "Write an item for each protocol.");
    }
    if (!protocol.isEmpty() && !PROTOCOLS.contains(protocol)) {
      at.error(
          "bad-port",
          "\"" + protocol + "\" is not a protocol of a port",
          node,
          "It is one of `tcp`, `udp` and `sctp`.");
      return List.of(node);
    }
    String ports = slash < 0 ? text : text.substring(0, slash);
    int container = ports.lastIndexOf(':');
    int host = ports.lastIndexOf(':', container - 1);
    String hostText =
        container <= 0 ? "" : ports.substring(container < 0 ? 0 : host + 1, container);
    Optional<PortRange> target = range("container", ports.substring(container + 1));
    Optional<PortRange> published = hostText.isEmpty() ? Optional.empty() : range("host", hostText);
    Optional<String> address =
        container > 0 && host >= 0 ? address(ports.substring(0, host)) : Optional.of("");
    if (target.isEmpty() || address.isEmpty() || (published.isEmpty() && !hostText.isEmpty())) {
      return List.of(node);
    }
    return mappings(address.get(), published, target.get(), protocol.isEmpty() ? "tcp" : protocol);
  }

  /// In the order of the reference, which sorts container ports as text.
  private List<Node> mappings(
      String address, Optional<PortRange> published, PortRange target, String protocol) {
    if (published.isPresent() && target.size() > 1 && published.get().size() != target.size()) {
      at.error(
          "bad-port",
          "host ports " + published.get() + " and container ports " + target + " differ in number",
          node);
      return List.of(node);
    }
    if (!at.ports().take(target.size())) {
      at.error(
          "bad-port",
          "the ranges of ports stand for more than " + PortCount.MOST + " ports",
          node,
          "Use `network_mode: host` for a service that needs so many.");
      return List.of(node);
    }
    return IntStream.rangeClosed(target.first(), target.last())
        .boxed()
        .sorted((one, other) -> (one + "/").compareTo(other + "/"))
        .map(port ->
            mapping(
                address,
                published.map(range ->
                    target.size() == 1
                        ? range.toString()
                        : Integer.toString(range.first() + port - target.first())),
                port,
                protocol))
        .toList();
  }

  private Node mapping(String address, Optional<String> published, int target, String protocol) {
    Nodes port = Nodes.at(node).text("mode", "ingress");
    if (!address.isEmpty()) {
      port.text("host_ip", address);
    }
    port.put(
        "target",
        new Node.Whole(BigInteger.valueOf(target), Integer.toString(target), node.span()));
    published.ifPresent(text -> port.text("published", text));
    return port.text("protocol", protocol).mapping();
  }

  private Optional<String> address(String text) {
    String address =
        text.startsWith("[") && text.endsWith("]") ? text.substring(1, text.length() - 1) : text;
    if (!address.isEmpty()
        && (!IpAddress.isValid(address) || (address.equals(text) && text.contains(":")))) {
      at.error(
          "bad-port",
          "\"" + text + "\" is not an IP address",
          node,
          "An IPv6 address stands in brackets: `[::1]:8080:80`.");
      return Optional.empty();
    }
    return Optional.of(address);
  }

  private Optional<PortRange> range(String side, String text) {
    Matcher range = RANGE.matcher(text);
    if (text.isEmpty()) {
      at.error("bad-port", "the container port is missing", node);
      return Optional.empty();
    }
    if (!range.matches()) {
      at.error("bad-port", side + " port \"" + text + "\" is not a port or a range", node, RULE);
      return Optional.empty();
    }
    int first = Integer.parseInt(range.group(1));
    String end = range.group(2);
    int last = end == null ? first : Integer.parseInt(end);
    if (Math.max(first, last) > 65535 || (first == 0 && side.equals("container"))) {
      at.error("bad-port", side + " port " + text + " is out of range", node, RULE);
      return Optional.empty();
    }
    if (first > last) {
      at.error("bad-port", side + " ports " + text + " run backwards", node);
      return Optional.empty();
    }
    return Optional.of(new PortRange(first, last));
  }
}
