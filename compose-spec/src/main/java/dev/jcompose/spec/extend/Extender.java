package dev.jcompose.spec.extend;

import dev.jcompose.spec.diagnostic.Cycle;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.merge.Merger;
import dev.jcompose.spec.merge.TagRemover;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.trail.Extension;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.yaml.Node;
import dev.jcompose.spec.yaml.Node.Field;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Lays each service that extends another over that one, which is made complete first.
///
/// The whole of the base is taken over, `depends_on` and the like included, as docker compose does.
/// One is made for each document.
public final class Extender {
  private static final int DEEPEST = 200;

  private final BaseFile.Reader files;
  private final Problems problems;
  private final Merger merger;
  private final Trail trail;
  private final Map<Place, Node> done = new HashMap<>();

  /// A service and the file it is in.
  private record Place(Path file, String service) {}

  /// A service on the way to the one that is looked at.
  private record Link(Place place, String file, Node extendsNode) {}

  public Extender(BaseFile.Reader files, LoadContext context) {
    this.files = files;
    this.problems = context.problems();
    this.merger = Merger.of(context);
    this.trail = context.trail();
  }

  /// The document with its services complete and `extends` gone, but where it leads nowhere.
  public Mapping apply(BaseFile file) {
    Mapping document = file.document();
    Optional<Mapping> services = file.services();
    if (services.isEmpty()) {
      return document;
    }
    SequencedMap<String, Field> complete = new LinkedHashMap<>();
    services
        .get()
        .fields()
        .forEach((name, field) ->
            complete.put(
                name, new Field(field.keySpan(), service(file, name, field.value(), List.of()))));
    Field field = document.fields().get("services");
    return field == null
        ? document
        : document.with(
            "services", new Field(field.keySpan(), new Mapping(complete, services.get().span())));
  }

  private Node service(BaseFile file, String name, Node node, List<Link> chain) {
    Place place = new Place(file.path(), name);
    Node known = done.get(place);
    if (known != null) {
      return known;
    }
    Node complete =
        switch (node) {
          case Mapping mapping when mapping.get("extends").isPresent() ->
              extended(file, name, mapping, chain);
          case Node.Tagged(Node.Tag tag, Mapping mapping, var span)
              when tag == Node.Tag.OVERRIDE && mapping.get("extends").isPresent() ->
              new Node.Tagged(tag, extended(file, name, mapping, chain), span);
          default -> node;
        };
    done.put(place, complete);
    return complete;
  }

  private Mapping extended(BaseFile file, String name, Mapping service, List<Link> chain) {
    NodePath path = NodePath.of("services", name, "extends");
    Mapping own = service.without("extends");
    Node node = service.get("extends").orElseThrow();
    Place place = new Place(file.path(), name);
    if (chain.stream().anyMatch(link -> link.place().equals(place))) {
      reportCycle(place, chain);
      return own;
    }
    if (chain.size() == DEEPEST) {
      problems.add(
          Diagnostic.error(
              "too-deep",
              "more than " + DEEPEST + " services extend one another in a row",
              node.span(),
              path));
      return own;
    }
    List<Link> longer = new ArrayList<>(chain);
    longer.add(new Link(place, file.name(), node));
    Optional<Node> base =
        Reference.of(node, path, problems)
            .flatMap(reference -> base(file, reference, path, List.copyOf(longer)));
    if (base.isEmpty()) {
      return service;
    }
    return base.get() instanceof Mapping below
        ? merger.mergeAt(NodePath.of("services", name), TagRemover.remove(below), own)
        : own;
  }

  private Optional<Node> base(BaseFile file, Reference reference, NodePath path, List<Link> chain) {
    Optional<BaseFile> other =
        reference.file().isEmpty()
            ? Optional.of(file)
            : files.read(reference.file().get(), path.child("file"));
    return other.flatMap(holder -> find(holder, reference, path, chain));
  }

  private Optional<Node> find(
      BaseFile holder, Reference reference, NodePath path, List<Link> chain) {
    String name = reference.service().value();
    Optional<Mapping> services = holder.services();
    Optional<Node> found = services.flatMap(mapping -> mapping.get(name));
    if (found.isEmpty()) {
      Diagnostic missing =
          Diagnostic.error(
              "extends",
              "no service `" + name + "` in " + holder.name(),
              reference.service().span(),
              path);
      problems.add(
          services
              .flatMap(mapping -> NearestWord.hint(name, mapping.fields().keySet()))
              .map(missing::withHint)
              .orElse(missing));
    }
    Link last = chain.getLast();
    found.ifPresent(node ->
        trail.extended(
            new Extension(last.place().service(), last.extendsNode().span(), name, node.span())));
    return found.map(node -> service(holder, name, untagged(node), chain));
  }

  private static Node untagged(Node node) {
    return node instanceof Node.Tagged(_, Node value, _) ? value : node;
  }

  private void reportCycle(Place place, List<Link> chain) {
    int start = 0;
    while (!chain.get(start).place().equals(place)) {
      start++;
    }
    List<Link> links = chain.subList(start, chain.size());
    boolean oneFile = links.stream().map(Link::file).distinct().count() == 1;
    List<String> labels =
        links.stream()
            .map(link ->
                oneFile
                    ? link.place().service()
                    : link.place().service() + " (" + link.file() + ")")
            .toList();
    Cycle cycle = Cycle.of(labels);
    Link first = links.get(labels.indexOf(cycle.members().getFirst()));
    problems.add(
        Diagnostic.error(
            "extends-cycle",
            "services extend each other in a circle: " + cycle,
            first.extendsNode().span(),
            NodePath.of("services", first.place().service(), "extends")));
  }
}
