package dev.jcompose.spec.load;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.dotenv.DotEnv;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.source.ServiceOverlay;
import dev.jcompose.spec.source.ServiceOverlay.Part;
import dev.jcompose.spec.source.TextFile;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.io.IOException;
import java.nio.charset.CodingErrorAction;
import java.nio.file.InvalidPathException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Writes the document of a {@link ServiceOverlay}.
final class OverlayDocument {
  private static final String ENVIRONMENT = "environment";

  private final ServiceOverlay overlay;
  private final Mapping below;
  private final LoadContext context;
  private final Sources sources;
  private final SequencedMap<String, Field> attributes = new LinkedHashMap<>();

  /// @param below the service as the files have it
  private OverlayDocument(
      ServiceOverlay overlay, Mapping below, LoadContext context, Sources sources) {
    this.overlay = overlay;
    this.below = below;
    this.context = context;
    this.sources = sources;
  }

  /// The document to be laid over `project`; empty if that does not have the service.
  static Optional<Mapping> of(
      ServiceOverlay overlay, Mapping project, LoadContext context, Sources sources) {
    Mapping services = Edit.child(project, "services");
    if (!services.fields().containsKey(overlay.service())) {
      return Optional.empty();
    }
    Mapping below = Edit.child(services, overlay.service());
    return Optional.of(new OverlayDocument(overlay, below, context, sources).write());
  }

  /// The same with the volumes declared that its service mounts by name and `project` does not
  /// declare: a flag may name any.
  ///
  /// @param document in the canonical form
  static Mapping declaring(Mapping document, ServiceOverlay overlay, Mapping project) {
    Mapping service = Edit.child(Edit.child(document, "services"), overlay.service());
    Mapping declared = Edit.child(project, "volumes");
    Mapping more = Edit.empty(document.span());
    for (Node item : items(service, "volumes")) {
      if (item instanceof Mapping mount
          && Edit.text(mount, "type").filter("volume"::equals).isPresent()) {
        for (Node source : mount.get("source").stream().toList()) {
          if (source instanceof Node.Text(String name, Span span)
              && !declared.fields().containsKey(name)) {
            Field itself = new Field(span, source);
            more = more.with(name, new Field(span, Edit.empty(span).with("name", itself)));
          }
        }
      }
    }
    return more.fields().isEmpty()
        ? document
        : document.with("volumes", new Field(document.span(), more));
  }

  private static List<Node> items(Mapping mapping, String key) {
    return mapping.get(key).orElse(mapping) instanceof Node.Sequence(var items, _)
        ? items
        : List.of();
  }

  private Mapping write() {
    for (Part part : overlay.parts()) {
      add(part);
    }
    Span whole = new Span(overlay.service(), 1, 1, 1, 1);
    Mapping service = new Mapping(attributes, whole);
    Mapping services = Edit.empty(whole).with(overlay.service(), new Field(whole, service));
    return Edit.empty(whole).with("services", new Field(whole, services));
  }

  private void add(Part part) {
    switch (part) {
      case Part.Value(String attribute, String flag, String text) ->
          put(attribute, nodes(flag, List.of(text)).getFirst());
      case Part.Command(String flag, var words) ->
          put("command", sequence(flag, nodes(flag, words)));
      case Part.Instead(String attribute, String flag, var items) ->
          put(attribute, instead(flag, nodes(flag, items)));
      case Part.Items(String attribute, String flag, var items) ->
          put(attribute, sequence(flag, nodes(flag, items)));
      case Part.Capabilities(String addFlag, var added, String dropFlag, var dropped) -> {
        addCapabilities("cap_add", addFlag, added, dropped);
        addCapabilities("cap_drop", dropFlag, dropped, added);
      }
      case Part.Variables(String flag, var assignments) -> addVariables(flag, assignments);
      case Part.VariableFiles(String flag, var paths) ->
          nodes(flag, paths).forEach(this::addVariablesOf);
    }
  }

  private void put(String attribute, Node value) {
    attributes.put(attribute, new Field(value.span(), value));
  }

  private static Node instead(String flag, List<Node> items) {
    Node.Sequence all = sequence(flag, items);
    return new Node.Tagged(items.isEmpty() ? Node.Tag.RESET : Node.Tag.OVERRIDE, all, all.span());
  }

  /// @param gone those that the files may list, and that the flags say the opposite of
  private void addCapabilities(
      String attribute, String flag, List<String> more, List<String> gone) {
    List<Node> all = new ArrayList<>(Edit.scalars(below, attribute));
    boolean changed = all.removeIf(item -> gone.contains(((Node.Scalar) item).raw()));
    changed |= all.addAll(nodes(flag, more));
    if (changed) {
      put(attribute, instead(flag, all));
    }
  }

  private void addVariables(String flag, List<String> assignments) {
    for (Node assignment : nodes(flag, assignments)) {
      var text = ((Node.Text) assignment).value();
      int equals = text.indexOf('=');
      if (equals >= 0) {
        addVariable(text.substring(0, equals), text.substring(equals + 1), assignment.span());
      } else if (context.environment().containsKey(text)) {
        addVariable(text, context.environment().getOrDefault(text, ""), assignment.span());
      }
    }
  }

  private void addVariable(String name, String value, Span span) {
    Mapping all = variables(span);
    put(ENVIRONMENT, all.with(name, new Field(span, new Node.Text(value, span))));
  }

  private Mapping variables(Span span) {
    return attributes.containsKey(ENVIRONMENT)
        ? Edit.child(new Mapping(attributes, span), ENVIRONMENT)
        : Edit.empty(span);
  }

  private void addVariablesOf(Node path) {
    Set<String> known = new HashSet<>(variables(path.span()).fields().keySet());
    source(path)
        .map(file -> DotEnv.parse(file, this::variable, context.problems()))
        .orElseGet(Ordered::map)
        .forEach((name, value) -> {
          if (!known.contains(name)) {
            addVariable(name, value, path.span());
          }
        });
  }

  private Optional<String> variable(String name) {
    Span anywhere = below.span();
    return Edit.text(variables(anywhere), name);
  }

  private Optional<SourceFile> source(Node path) {
    String name = ((Node.Text) path).value();
    try {
      var file = overlay.folder().resolve(name);
      Optional<String> text = TextFile.read(file, CodingErrorAction.REPLACE);
      if (text.isEmpty()) {
        report("file-too-large", "env file \"" + name + "\" is larger than 16 MiB", path);
      }
      return text.map(found -> new SourceFile(name, Optional.of(file), found));
    } catch (IOException | InvalidPathException _) {
      report("file-not-readable", "env file \"" + name + "\" cannot be read", path);
      return Optional.empty();
    }
  }

  private void report(String code, String message, Node place) {
    context.problems().add(Diagnostic.error(code, message, place.span(), NodePath.ROOT));
  }

  private static Node.Sequence sequence(String flag, List<Node> items) {
    Span span = items.isEmpty() ? new Span(flag, 1, 1, 1, 1) : items.getFirst().span();
    return new Node.Sequence(items, span);
  }

  /// The values of a flag, each on a line of its own; one with line breaks takes several.
  private List<Node> nodes(String flag, List<String> values) {
    sources.add(new SourceFile(flag, Optional.empty(), String.join("\n", values)));
    List<Node> nodes = new ArrayList<>();
    int line = 1;
    for (String value : values) {
      String[] lines = value.split("\n", -1);
      int last = line + lines.length - 1;
      int width = lines[lines.length - 1].codePointCount(0, lines[lines.length - 1].length());
      nodes.add(new Node.Text(value, new Span(flag, line, 1, last, width + 1)));
      line = last + 1;
    }
    return nodes;
  }
}
