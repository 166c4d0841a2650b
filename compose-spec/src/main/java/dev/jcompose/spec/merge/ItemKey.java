package dev.jcompose.spec.merge;

import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.util.Optional;

/// What makes an item of a list the same as another.
enum ItemKey {
  /// What stands before `=`, or all of it.
  NAME,
  /// Where it is mounted.
  TARGET,
  /// Where it is mounted; a short one goes to `/`.
  CONFIG_TARGET,
  /// Where it is mounted; a short one goes to `/run/secrets`.
  SECRET_TARGET,
  /// Which file it is.
  PATH,
  /// Addresses, both ports and the protocol.
  PORT;

  /// The key of that item, unless it is of a form that has none.
  Optional<String> of(Node item) {
    return switch (item) {
      case Node.Null _, Node.Sequence _, Node.Tagged _ -> Optional.empty();
      case Node.Scalar scalar -> Optional.of(shortForm(Forms.text(scalar)));
      case Mapping mapping -> longForm(mapping);
    };
  }

  private String shortForm(String text) {
    return switch (this) {
      case NAME -> text.indexOf('=') < 0 ? text : text.substring(0, text.indexOf('='));
      case CONFIG_TARGET -> "/" + text;
      case SECRET_TARGET -> "/run/secrets/" + text;
      case TARGET, PATH, PORT -> text;
    };
  }

  private Optional<String> longForm(Mapping item) {
    return switch (this) {
      case NAME -> Optional.empty();
      case TARGET -> text(item, "target");
      case CONFIG_TARGET, SECRET_TARGET ->
          text(item, "target").or(() -> text(item, "source").map(this::shortForm));
      case PATH -> text(item, "path");
      case PORT ->
          text(item, "target")
              .map(target ->
                  address(item) + ":" + target + "/" + text(item, "protocol").orElse("tcp"));
    };
  }

  private static String address(Mapping item) {
    return text(item, "host_ip").orElse("0.0.0.0") + ":" + text(item, "published").orElse("");
  }

  private static Optional<String> text(Mapping item, String key) {
    return item.get(key).map(Forms::text);
  }
}
