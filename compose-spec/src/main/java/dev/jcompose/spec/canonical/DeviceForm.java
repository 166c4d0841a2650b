package dev.jcompose.spec.canonical;

import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Device files (`SOURCE[:TARGET[:PERMISSIONS]]`) and requests for graphics processors.
final class DeviceForm {
  private DeviceForm() {}

  static Node mapping(Node node, Place at) {
    if (!(node instanceof Node.Text(String text, var _))) {
      return node;
    }
    List<String> parts = List.of(text.split(":", -1));
    if (parts.size() > 3) {
      at.error(
          "bad-device",
          "\"" + text + "\" has too many parts: write `SOURCE:TARGET:PERMISSIONS`",
          node);
      return node;
    }
    String source = parts.getFirst();
    String target = parts.size() > 1 && !parts.get(1).isEmpty() ? parts.get(1) : source;
    return Nodes.at(node)
        .text("source", source)
        .text("target", target)
        .text("permissions", parts.size() > 2 ? parts.get(2) : "rwm")
        .mapping();
  }

  /// `all`.
  static Node gpus(Node node, Place at) {
    return node instanceof Node.Text
        ? new Node.Sequence(List.of(Nodes.at(node).text("count", "all").mapping()), node.span())
        : node;
  }
}
