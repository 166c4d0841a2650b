package dev.jcompose.spec.envfiles;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.dotenv.Assignments;
import dev.jcompose.spec.trail.FileItem;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// What the files of one attribute of a service say; later files win over earlier ones.
///
/// Values stand where the service names their file, or, if a trail is kept, where they are assigned
/// in it.
final class FileFields {
  private final NodePath path;
  private final Trail trail;
  private final SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();

  /// @param path what the values are put into, e.g. `services.web.environment`
  FileFields(NodePath path, Trail trail) {
    this.path = path;
    this.trail = trail;
  }

  Node.@Nullable Field get(String name) {
    return fields.get(name);
  }

  /// Adds what a file says.
  ///
  /// @param read gives its variables, and tells where they are assigned
  void put(FileItem item, Function<Assignments, Map<String, String>> read) {
    Map<String, Span> places = new HashMap<>();
    Map<String, String> values =
        read.apply(trail.records() ? noting(item, places) : Assignments.UNNOTICED);
    values.forEach((name, value) -> {
      Span place = places.getOrDefault(name, item.place());
      put(name, new Node.Field(place, new Node.Text(value, place)));
    });
  }

  private Assignments noting(FileItem item, Map<String, Span> places) {
    return (name, place, typed) -> {
      places.put(name, place);
      trail.typed(new Node.Text(typed, place));
      trail.read(path.child(name), place, item);
    };
  }

  /// All of it, and over it what the service says itself.
  SequencedMap<String, Node.Field> under(SequencedMap<String, Node.Field> own) {
    own.forEach(this::put);
    return fields;
  }

  private void put(String name, Node.Field field) {
    Node.Field old = fields.put(name, field);
    if (old != null && trail.records()) {
      trail.overrode(path.child(name), field.value(), old.value());
    }
  }
}
