package dev.jcompose.spec.trail;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// Keeps all that is noted of one load.
///
/// Not safe for use by several threads.
public final class RecordedTrail implements Trail {
  private final Records records;
  private final Map<String, VariableSource> variables;

  /// What all included projects note together.
  private static final class Records {
    final Map<Span, Node> typed = new HashMap<>();
    final Map<Span, Node> pairs = new HashMap<>();
    final List<Alias> aliases = new ArrayList<>();
    final List<Replacement> overrides = new ArrayList<>();
    final List<Extension> extensions = new ArrayList<>();
    final List<Inclusion> inclusions = new ArrayList<>();
    final Map<Span, List<Filling>> fillings = new HashMap<>();
    final Map<NodePath, List<Reading>> readings = new HashMap<>();
    Optional<VariableSource> name = Optional.empty();
  }

  /// An alias; see {@link Trail#aliased}.
  public record Alias(NodePath path, Span place, Span target) {}

  /// A value that stands where another would; see {@link Trail#overrode}.
  public record Replacement(NodePath path, Node winner, Node loser) {}

  /// Files taken in; see {@link Trail#included}.
  public record Inclusion(Span place, List<String> files) {
    public Inclusion {
      files = List.copyOf(files);
    }
  }

  private record Reading(Span place, FileItem item) {}

  /// A trail with nothing on it yet.
  public RecordedTrail() {
    this(new Records(), Map.of());
  }

  private RecordedTrail(Records records, Map<String, VariableSource> variables) {
    this.records = records;
    this.variables = new HashMap<>(variables);
  }

  @Override
  public boolean records() {
    return true;
  }

  @Override
  public void typed(Node.Mapping document) {
    index(document);
  }

  @Override
  public void typed(Node.Text value) {
    records.typed.put(value.span(), value);
  }

  private void index(Node given) {
    Node node = given instanceof Node.Tagged tagged ? tagged.value() : given;
    if (records.typed.putIfAbsent(node.span(), node) != null) {
      return;
    }
    switch (node) {
      case Node.Mapping mapping ->
          mapping
              .fields()
              .forEach((key, field) -> {
                records.typed.putIfAbsent(field.keySpan(), new Node.Text(key, field.keySpan()));
                index(field.value());
                pair(field.keySpan(), field.value());
              });
      case Node.Sequence sequence -> sequence.items().forEach(this::index);
      case Node.Tagged _, Node.Scalar _ -> {}
    }
  }

  private void pair(Span key, Node value) {
    Span end = value.span();
    records.pairs.put(
        new Span(key.file(), key.line(), key.column(), end.endLine(), end.endColumn()), value);
  }

  @Override
  public void aliased(NodePath path, Span place, Span target) {
    records.aliases.add(new Alias(path, place, target));
  }

  @Override
  public void overrode(NodePath path, Node winner, Node loser) {
    boolean same = winner.span().equals(loser.span()) && !(winner instanceof Node.Tagged);
    if (!same && !(loser instanceof Node.Null)) {
      records.overrides.add(new Replacement(path, winner, loser));
    }
  }

  @Override
  public void extended(Extension extension) {
    records.extensions.add(extension);
  }

  @Override
  public void included(Span place, List<String> files) {
    records.inclusions.add(new Inclusion(place, files));
  }

  @Override
  public void filled(Span place, String text, SequencedMap<String, Optional<String>> looked) {
    SequencedMap<String, Optional<Filling.Variable>> found = new LinkedHashMap<>();
    looked.forEach((name, value) ->
        found.put(name, value.map(known -> new Filling.Variable(known, source(name)))));
    records.fillings.computeIfAbsent(place, _ -> new ArrayList<>()).add(new Filling(text, found));
  }

  private VariableSource source(String name) {
    return variables.getOrDefault(name, new VariableSource.Environment());
  }

  @Override
  public void read(NodePath path, Span place, FileItem item) {
    records.readings.computeIfAbsent(path, _ -> new ArrayList<>()).add(new Reading(place, item));
  }

  @Override
  public void variable(String name, VariableSource source) {
    variables.put(name, source);
  }

  @Override
  public void named(VariableSource source) {
    records.name = Optional.of(source);
    variables.put("COMPOSE_PROJECT_NAME", source);
  }

  @Override
  public void namedByVariable() {
    records.name = Optional.of(source("COMPOSE_PROJECT_NAME"));
  }

  @Override
  public Trail inner() {
    return new RecordedTrail(records, variables);
  }

  /// What the user typed at that place: a value, or the key of one.
  public Optional<Node> typedAt(Span place) {
    return Optional.ofNullable(records.typed.get(place));
  }

  /// The value of a key that the user typed at that place, from the key to the end of the value.
  public Optional<Node> pairAt(Span place) {
    return Optional.ofNullable(records.pairs.get(place));
  }

  /// The aliases of all documents.
  public List<Alias> aliases() {
    return List.copyOf(records.aliases);
  }

  /// In the order in which it happened.
  public List<Replacement> replacements() {
    return List.copyOf(records.overrides);
  }

  /// In the order in which it happened.
  public List<Extension> extensions() {
    return List.copyOf(records.extensions);
  }

  /// In the order in which it happened.
  public List<Inclusion> inclusions() {
    return List.copyOf(records.inclusions);
  }

  /// What was filled in at that place: more than once if a file is read for several projects.
  public List<Filling> fillings(Span place) {
    return List.copyOf(records.fillings.getOrDefault(place, List.of()));
  }

  /// The file that the value at this path and place was read from.
  public Optional<FileItem> fileOf(NodePath path, Span place) {
    return records.readings.getOrDefault(path, List.of()).stream()
        .filter(reading -> reading.place().equals(place))
        .map(Reading::item)
        .findFirst();
  }

  /// What gave the project its name.
  public Optional<VariableSource> name() {
    return records.name;
  }
}
