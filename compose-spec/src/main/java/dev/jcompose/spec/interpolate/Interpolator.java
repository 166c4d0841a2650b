package dev.jcompose.spec.interpolate;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.step.PathTable;
import dev.jcompose.spec.yaml.Node;
import java.util.HashSet;
import java.util.LinkedHashMap;
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
      return mapping.replacing((key, value) -> node(value, casts.key(key), path.child(key)));
    }

    private Node node(Node node, PathTable<Cast> casts, NodePath path) {
      return switch (node) {
        case Node.Text text -> text(text, casts.value(), path);
        case Node.Mapping mapping -> mapping(mapping, casts, path);
        case Node.Sequence sequence -> items(sequence, casts.item(), path);
        case Node.Tagged(Node.Tag tag, Node value, Span span) ->
            new Node.Tagged(tag, tag == Node.Tag.RESET ? value : node(value, casts, path), span);
        case Node.Numeral _, Node.Bool _, Node.Null _ -> node;
      };
    }

    private Node.Sequence items(Node.Sequence sequence, PathTable<Cast> casts, NodePath path) {
      return sequence.replacing((index, item) -> node(item, casts, path.child(index)));
    }

    private Node text(Node.Text text, Optional<Cast> cast, NodePath path) {
      if (cast.isEmpty() && text.value().indexOf('$') < 0) {
        return text;
      }
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
