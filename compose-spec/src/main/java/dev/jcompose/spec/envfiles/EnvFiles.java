package dev.jcompose.spec.envfiles;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.select.ActiveProfiles;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.trail.FileItem;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Reads the files that `env_file` and `label_file` of the enabled services name into `environment`
/// and `labels`. What the service itself says wins, later files win over earlier ones, and may
/// refer to their variables. Disabled services keep their lists of files.
public final class EnvFiles implements LoadStep {
  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    ActiveProfiles profiles = new ActiveProfiles(context.profiles());
    return Edit.each(
        document,
        "services",
        (name, service) ->
            service instanceof Node.Mapping given && profiles.enable(given)
                ? service(given, NodePath.of("services", name), context)
                : service);
  }

  private static Node.Mapping service(Node.Mapping service, NodePath path, LoadContext context) {
    Node.Mapping changed =
        context.switches().envResolution() ? environment(service, path, context) : service;
    return context.switches().interpolation() ? labels(changed, path, context) : changed;
  }

  private static Node.Mapping environment(
      Node.Mapping service, NodePath path, LoadContext context) {
    if (service.get("env_file").isEmpty()) {
      return service;
    }
    SequencedMap<String, Node.Field> own = Pairs.of(service, "environment");
    FileFields merged = new FileFields(path.child("environment"), context.trail());
    VariableFiles files =
        new VariableFiles(
            context,
            variable ->
                Optional.ofNullable(context.environment().get(variable))
                    .or(() -> Pairs.text(own.get(variable)))
                    .or(() -> Pairs.text(merged.get(variable))));
    if (service.get("env_file").get() instanceof Node.Sequence(List<Node> items, var _)) {
      for (int i = 0; i < items.size(); i++) {
        if (items.get(i) instanceof Node.Mapping file) {
          NodePath place = path.child("env_file").child(i);
          merged.put(
              new FileItem("env_file", file.span()),
              assignments -> files.read(file, place, assignments));
        }
      }
    }
    return with(service, "environment", merged, own).without("env_file");
  }

  private static Node.Mapping labels(Node.Mapping service, NodePath path, LoadContext context) {
    if (service.get("label_file").isEmpty()) {
      return service;
    }
    FileFields merged = new FileFields(path.child("labels"), context.trail());
    VariableFiles files = new VariableFiles(context, variable -> Pairs.text(merged.get(variable)));
    List<Node.Scalar> paths = Edit.scalars(service, "label_file");
    for (int i = 0; i < paths.size(); i++) {
      Node.Scalar file = paths.get(i);
      NodePath place = path.child("label_file").child(i);
      merged.put(
          new FileItem("label_file", file.span()),
          assignments -> files.readLabels(file, place, assignments));
    }
    return with(service, "labels", merged, Pairs.of(service, "labels")).without("label_file");
  }

  private static Node.Mapping with(
      Node.Mapping service,
      String key,
      FileFields fromFiles,
      SequencedMap<String, Node.Field> own) {
    return Edit.replaced(
        service,
        key,
        new Node.Mapping(fromFiles.under(own), service.get(key).orElse(service).span()));
  }
}
