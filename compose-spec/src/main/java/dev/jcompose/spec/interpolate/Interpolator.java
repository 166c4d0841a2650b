package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Function;

/// Fills in variables in the values of a document, never in its keys, and makes numbers and truth
/// values of text where the schema wants such.
///
/// One is made for each load: a variable that is not set is told once in all of it.
public final class Interpolator implements LoadStep {
  private final Sources sources;
  private final Set<String> told = new HashSet<>();

  public Interpolator(Sources sources) {
    this.sources = sources;
  }

  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    return new Walk(context).mapping(document, TypedPaths.TABLE, NodePath.ROOT);
  }

  private final class Walk {
    private final LoadContext context;

    Walk(LoadContext context) {
      this.context = context;
    }

    Node.Mapping mapping(Node.Mapping mapping, PathTable<Cast> casts, NodePath path) {
      SequencedMap<String, Node.Field> filled = new LinkedHashMap<>();
      mapping
          .fields()
          .forEach((key, field) ->
              filled.put(
                  key,
                  new Node.Field(
                      field.keySpan(), node(field.value(), casts.key(key), path.child(key)))));
      return new Node.Mapping(filled, mapping.span());
    }

    private Node node(Node node, PathTable<Cast> casts, NodePath path) {
      return switch (node) {
        case Node.Text text -> text(text, casts.value(), path);
        case Node.Mapping mapping -> mapping(mapping, casts, path);
        case Node.Sequence(List<Node> items, Span span) ->
            new Node.Sequence(items(items, casts.item(), path), span);
        case Node.Tagged(Node.Tag tag, Node value, Span span) ->
            new Node.Tagged(tag, tag == Node.Tag.RESET ? value : node(value, casts, path), span);
        case Node.Decimal _, Node.Bool _, Node.Null _ -> node;
      };
    }

    private List<Node> items(List<Node> items, PathTable<Cast> casts, NodePath path) {
      List<Node> filled = new ArrayList<>();
      for (int i = 0; i < items.size(); i++) {
        filled.add(node(items.get(i), casts, path.child(i)));
      }
      return filled;
    }

    private Node text(Node.Text text, Optional<Cast> cast, NodePath path) {
      SequencedMap<String, Optional<String>> looked = new LinkedHashMap<>();
      Template.Result result = Template.of(text.value()).fill(lookup(looked));
      for (String name : result.unset()) {
        warn(name, text.span(), path);
      }
      for (Template.Fault fault : result.faults()) {
        report(fault, text.span(), path);
      }
      if (!result.faults().isEmpty()) {
        context.problems().distrust(text.span());
        return text;
      }
      if (!looked.isEmpty()) {
        context.trail().filled(text.span(), result.text(), looked);
      }
      Node.Text filled = new Node.Text(result.text(), text.span());
      return cast.isPresent() ? cast.get().apply(filled, path, context.problems()) : filled;
    }

    private Function<String, Optional<String>> lookup(Map<String, Optional<String>> looked) {
      Function<String, Optional<String>> plain =
          name -> Optional.ofNullable(context.environment().get(name));
      return context.trail().records() ? name -> looked.computeIfAbsent(name, plain) : plain;
    }

    private void warn(String name, Span span, NodePath path) {
      if (told.add(name)) {
        context
            .problems()
            .add(
                Diagnostic.warning(
                    "variable-unset",
                    "The \"" + name + "\" variable is not set. Defaulting to a blank string.",
                    place(name, span),
                    path));
      }
    }

    private Span place(String name, Span span) {
      if (!context.problems().hasRoomFor(Diagnostic.Severity.WARNING)) {
        return span;
      }
      Span place = sources.within(span, "${" + name);
      return place.equals(span) ? sources.within(span, "$" + name) : place;
    }

    private void report(Template.Fault fault, Span span, NodePath path) {
      Span place =
          context.problems().hasRoomFor(Diagnostic.Severity.ERROR)
              ? sources.within(span, fault.expression())
              : span;
      Diagnostic diagnostic = Diagnostic.error(fault.code(), fault.message(), place, path);
      context.problems().add(fault.hint().map(diagnostic::withHint).orElse(diagnostic));
    }
  }
}
