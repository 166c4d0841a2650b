package dev.jcompose.spec.explain;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.NodePath.Segment;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.scalar.FloatText;
import dev.jcompose.spec.trail.FileItem;
import dev.jcompose.spec.trail.Filling;
import dev.jcompose.spec.trail.RecordedTrail;
import dev.jcompose.spec.trail.VariableSource;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// Says where the values of a project come from.
///
/// The value of a variable is told only where it is part of the value that is explained, so that
/// nothing is told that `config` does not print.
public final class Explainer {
  private final Value project;
  private final Node.Mapping document;
  private final RecordedTrail trail;
  private final Route route;
  private final Replacements replacements;

  /// @param project as it is printed
  /// @param document what it was made of
  /// @param trail kept while that document was loaded
  public Explainer(Value project, Node.Mapping document, RecordedTrail trail) {
    this.project = project;
    this.document = document;
    this.trail = trail;
    this.route = new Route(trail);
    this.replacements = new Replacements(trail);
  }

  /// What can be said of that path, e.g. `services.web.ports[0]`; everything if it is empty.
  public Answer explain(String path) {
    PathSearch search = new PathSearch();
    Optional<NodePath> found = search.find(project, path);
    List<Explanation> removed = removed(found.map(NodePath::toString).orElse(path));
    if (found.isEmpty()) {
      return removed.isEmpty() ? search.deepest() : new Answer.Explained(removed);
    }
    List<Explanation> values = new ArrayList<>();
    down(found.get(), values);
    values.addAll(removed);
    return new Answer.Explained(values);
  }

  private void down(NodePath target, List<Explanation> out) {
    Value value = project;
    Located at = Located.of(document);
    NodePath path = NodePath.ROOT;
    for (Segment segment : target.segments()) {
      addCollection(value, at, path, out);
      at = below(at, segment, value);
      value = below(value, segment);
      path =
          switch (segment) {
            case Segment.Key(String name) -> path.child(name);
            case Segment.Index(int index) -> path.child(index);
          };
    }
    walk(value, at, path, out);
  }

  private static Value below(Value value, Segment segment) {
    return switch (segment) {
      case Segment.Key(String name) when value instanceof Value.Fields(var fields) ->
          Optional.ofNullable(fields.get(name)).orElseThrow();
      case Segment.Index(int index) when value instanceof Value.Items(var items) ->
          items.get(index);
      case Segment.Key _, Segment.Index _ -> throw new IllegalArgumentException("no " + segment);
    };
  }

  private static Located below(Located at, Segment segment, Value parent) {
    return switch (segment) {
      case Segment.Key(String name) -> at.key(name);
      case Segment.Index(int index) ->
          at.item(index, below(parent, segment), ((Value.Items) parent).values().size());
    };
  }

  private void walk(Value value, Located at, NodePath path, List<Explanation> out) {
    switch (value) {
      case Value.Fields(SequencedMap<String, Value> fields) when !fields.isEmpty() -> {
        addCollection(value, at, path, out);
        fields.forEach((key, child) -> walk(child, at.key(key), path.child(key), out));
      }
      case Value.Items(List<Value> items) when !items.isEmpty() -> {
        addCollection(value, at, path, out);
        for (int i = 0; i < items.size(); i++) {
          walk(items.get(i), at.item(i, items.get(i), items.size()), path.child(i), out);
        }
      }
      case Value.Fields _, Value.Items _, Value.Scalar _ -> out.add(leaf(value, at, path));
    }
  }

  /// A collection is told of only if it replaced something as a whole.
  private void addCollection(Value value, Located at, NodePath path, List<Explanation> out) {
    if (at.made() != Located.Made.OF_NODE || isTypedAsScalar(at.span())) {
      return;
    }
    List<Overridden> overridden = replacements.below(path, at.span());
    if (!overridden.isEmpty()) {
      out.add(
          new Explanation(
              path, value, new Origin.Typed(at.span()), route.of(path, at.span()), overridden));
    }
  }

  private boolean isTypedAsScalar(Span place) {
    return trail.typedAt(place).filter(Node.Scalar.class::isInstance).isPresent();
  }

  private Explanation leaf(Value value, Located at, NodePath path) {
    Optional<VariableSource> name =
        path.equals(NodePath.of("name")) ? trail.name() : Optional.empty();
    if (name.isPresent() && !(name.get() instanceof VariableSource.Line)) {
      return new Explanation(path, value, new Origin.Outside(name.get()), List.of(), List.of());
    }
    if (isImplied(value, at)) {
      return new Explanation(
          path, value, new Origin.Implied(at.span()), route.of(path, at.span()), List.of());
    }
    Span place = place(at);
    if (name.isPresent() && name.get() instanceof VariableSource.Line(Span line)) {
      place = line;
    }
    return new Explanation(
        path,
        value,
        new Origin.Typed(place),
        steps(value, place, path),
        replacements.below(path, at.span()));
  }

  private boolean isImplied(Value value, Located at) {
    return switch (at.made()) {
      case ADDED -> true;
      case OF_PAIR -> false;
      case OF_NODE ->
          isScalar(value)
              && trail
                  .typedAt(at.span())
                  .filter(typed -> !(typed instanceof Node.Scalar))
                  .isPresent();
    };
  }

  private static boolean isScalar(Value value) {
    return switch (value) {
      case Value.Scalar _ -> true;
      case Value.Fields _, Value.Items _ -> false;
    };
  }

  /// A pair that was merged with a list stands where its key was typed; its value is meant.
  private Span place(Located at) {
    return at.made() == Located.Made.OF_PAIR && !isTypedAsScalar(at.span())
        ? trail.pairAt(at.span()).map(Node::span).orElse(at.span())
        : at.span();
  }

  private List<Step> steps(Value value, Span place, NodePath path) {
    List<Step> steps = new ArrayList<>();
    trail
        .typedAt(place)
        .filter(Node.Scalar.class::isInstance)
        .map(typed -> ((Node.Scalar) typed).raw())
        .filter(typed -> !isSame(typed, value, path))
        .ifPresent(typed -> steps.add(new Step.Written(typed)));
    filling(value, place).ifPresent(filling -> addVariables(filling, steps));
    Optional<FileItem> file = trail.fileOf(path, place);
    file.ifPresent(item -> steps.add(new Step.FromFile(item)));
    steps.addAll(route.of(path, file.map(FileItem::place).orElse(place)));
    return steps;
  }

  private static boolean isSame(String typed, Value value, NodePath path) {
    String text = text(value);
    return typed.equals(text)
        || (path.segments().getLast() instanceof Segment.Key(String key)
            && (typed.equals(key) || typed.equals(key + "=" + text)));
  }

  private static String text(Value value) {
    return switch (value) {
      case Value.Text(String text) -> text;
      case Value.Whole(var number) -> number.toString();
      case Value.Decimal(double number) -> FloatText.asJson(number);
      case Value.Bool(boolean flag) -> Boolean.toString(flag);
      case Value.Null _, Value.Fields _, Value.Items _ -> "";
    };
  }

  private Optional<Filling> filling(Value value, Span place) {
    List<Filling> fillings = trail.fillings(place);
    return fillings.stream()
        .filter(filling -> filling.text().contains(text(value)))
        .findFirst()
        .or(() -> fillings.stream().findFirst());
  }

  private static void addVariables(Filling filling, List<Step> steps) {
    filling
        .variables()
        .forEach((name, variable) ->
            steps.add(
                new Step.Variable(
                    name,
                    variable
                        .map(Filling.Variable::value)
                        .filter(value -> filling.text().contains(value)),
                    variable.map(Filling.Variable::source))));
  }

  private List<Explanation> removed(String path) {
    return replacements.resets(path).stream()
        .filter(reset -> new PathSearch().find(project, reset.path().toString()).isEmpty())
        .map(reset -> {
          Span tag = reset.winner().span();
          return new Explanation(
              reset.path(),
              new Value.Null(),
              new Origin.Removed(tag),
              route.of(reset.path(), tag),
              replacements.below(reset.path(), tag));
        })
        .distinct()
        .toList();
  }
}
