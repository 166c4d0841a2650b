package dev.jcompose.cli.project;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectFiles;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.spec.bind.ProjectBinder;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.yaml.Node;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// A project as far as the labels of its containers tell, for commands that stop or remove it where
/// its files are not at hand: services, their images, and what they depend on.
final class LabelledProject {
  private static final Span NOWHERE = new Span("labels", 1, 1, 1, 1);

  private LabelledProject() {}

  static Project of(ProjectName name, ObservedState observed, Path currentDirectory) {
    SequencedMap<String, Node.Field> services = new LinkedHashMap<>();
    observed.containers().stream()
        .filter(container -> container.service().isPresent())
        .forEach(container ->
            services.putIfAbsent(
                container.service().orElseThrow().value(), field(service(container))));
    var document = mapping(Map.of("services", field(mapping(services))));
    var context =
        new LoadContext(
            name, currentDirectory, Ordered.map(), List.of(), LoadSwitches.ALL_ON, new Problems());
    var files = new ProjectFiles(currentDirectory, List.of(), List.of());
    return ProjectBinder.bind(document, files, context);
  }

  private static Node.Mapping service(ObservedContainer container) {
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    fields.put("image", field(text(container.image().reference())));
    fields.put("depends_on", field(dependencies(container.label(Labels.DEPENDS_ON).orElse(""))));
    return mapping(fields);
  }

  /// `db:service_healthy:false,cache:service_started:true`, in the long form.
  private static Node.Mapping dependencies(String label) {
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    for (String entry : label.split(",", -1)) {
      var parts = entry.split(":", 3);
      if (parts.length == 3) {
        SequencedMap<String, Node.Field> dependency = new LinkedHashMap<>();
        dependency.put("condition", field(text(parts[1])));
        dependency.put(
            "restart", field(new Node.Bool(Boolean.parseBoolean(parts[2]), parts[2], NOWHERE)));
        dependency.put("required", field(new Node.Bool(false, "false", NOWHERE)));
        fields.put(parts[0], field(mapping(dependency)));
      }
    }
    return mapping(fields);
  }

  private static Node.Text text(String text) {
    return new Node.Text(text, NOWHERE);
  }

  private static Node.Mapping mapping(Map<String, Node.Field> fields) {
    return new Node.Mapping(Ordered.map(fields), NOWHERE);
  }

  private static Node.Field field(Node value) {
    return new Node.Field(NOWHERE, value);
  }
}
