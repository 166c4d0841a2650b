package dev.jcompose.spec.path;

import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import dev.jcompose.spec.yaml.Node.Text;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// The attributes that are paths.
final class PathRules {
  private final Folder folder;

  PathRules(Folder folder) {
    this.folder = folder;
  }

  /// Gives the value with its path resolved.
  interface Rule {
    Node apply(Node value);
  }

  PathTable<Rule> table() {
    return PathTable.of(
        Map.ofEntries(
            text("configs.*.file", folder::mountable),
            text("secrets.*.file", folder::mountable),
            text("services.*.build.additional_contexts.*", folder::context),
            text("services.*.build.context", folder::context),
            text("services.*.build.ssh.*", folder::mountable),
            text("services.*.develop.watch.[].path", folder::watched),
            text("services.*.env_file.[].path", folder::path),
            text("services.*.extends.file", folder::file),
            text("services.*.label_file.[]", folder::path),
            Map.entry("services.*.build", this::build),
            Map.entry("services.*.volumes.[]", this::mount),
            Map.entry("volumes.*", this::volume)));
  }

  private static Map.Entry<String, Rule> text(String pattern, UnaryOperator<String> resolve) {
    return Map.entry(pattern, node -> node instanceof Text path ? resolved(path, resolve) : node);
  }

  private static Text resolved(Text path, UnaryOperator<String> resolve) {
    return new Text(resolve.apply(path.value()), path.span());
  }

  /// Without a context the folder itself is built.
  private Node build(Node node) {
    return node instanceof Mapping build && build.get("context").isEmpty()
        ? build.with("context", new Field(build.span(), new Text(".", build.span())))
        : node;
  }

  private Node mount(Node node) {
    return isText(node, "type", "bind") ? within(node, "source") : node;
  }

  /// A volume of the local driver that is a bind mount in disguise.
  private Node volume(Node node) {
    if (!isText(node, "driver", "local") || !(node instanceof Mapping volume)) {
      return node;
    }
    Optional<Field> options = volume.field("driver_opts");
    return options
        .filter(field -> isText(field.value(), "o", "bind"))
        .<Node>map(field ->
            volume.with("driver_opts", new Field(field.keySpan(), within(field.value(), "device"))))
        .orElse(node);
  }

  private Node within(Node node, String key) {
    return node instanceof Mapping mapping
        ? mapping.field(key).map(field -> mapping.with(key, mounted(field))).orElse(mapping)
        : node;
  }

  private Field mounted(Field field) {
    return field.value() instanceof Text path
        ? new Field(field.keySpan(), resolved(path, folder::mountable))
        : field;
  }

  private static boolean isText(Node node, String key, String value) {
    return node instanceof Mapping mapping
        && mapping.get(key).filter(Text.class::isInstance).map(Text.class::cast).stream()
            .anyMatch(text -> text.value().equals(value));
  }
}
