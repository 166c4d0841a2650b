package dev.jcompose.spec.yaml;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/// Builds the trees of a file's documents from the parser's events.
///
/// An alias stands for the very node of its anchor, so a bomb costs nothing here; it is refused
/// because every later step would walk it in full.
final class TreeBuilder {
  /// How deep mappings and sequences may nest, aliases followed.
  static final int DEEPEST = 200;

  /// How many nodes a file may have.
  static final int MOST_TYPED = 500_000;

  /// How many nodes aliases may stand for, unless the file itself is large.
  static final int MOST_ALIASED = 100_000;

  private static final int MOST_ALIASED_PER_NODE = 10;
  private static final String MERGE_TAG = "tag:yaml.org,2002:merge";

  private final String file;
  private final Iterator<Event> events;
  private final Problems problems;
  private final Aliases aliases;
  private final Map<String, Built> anchors = new HashMap<>();
  private final Set<String> open = new HashSet<>();
  private final List<NodePath.Segment> path = new ArrayList<>();
  private Optional<Span> lastQuoted = Optional.empty();
  private long typed;
  private long aliased;

  /// A node with the number of nodes in it and its height, aliases followed.
  private record Built(Node node, long size, int height) {}

  TreeBuilder(String file, Iterator<Event> events, Problems problems, Aliases aliases) {
    this.file = file;
    this.events = events;
    this.problems = problems;
    this.aliases = aliases;
  }

  /// The root of the next document, if there is one.
  Optional<Node> next() {
    while (events.hasNext()) {
      if (events.next() instanceof DocumentStartEvent) {
        anchors.clear();
        return Optional.of(build(events.next()).node());
      }
    }
    return Optional.empty();
  }

  /// The text in quotes over several lines that was read last.
  Optional<Span> lastQuoted() {
    return lastQuoted;
  }

  private Built build(Event event) {
    typed++;
    if (typed > MOST_TYPED) {
      throw unreadable(
          "file-too-large", "the file has more than " + MOST_TYPED + " values", span(event));
    }
    if (event instanceof AliasEvent alias) {
      return resolve(alias);
    }
    String anchor = ((NodeEvent) event).getAnchor().map(Object::toString).orElse("");
    open.add(anchor);
    Built built =
        switch (event) {
          case ScalarEvent scalar -> scalar(scalar);
          case MappingStartEvent start -> mapping(start);
          default -> sequence((CollectionStartEvent) event);
        };
    open.remove(anchor);
    if (!anchor.isEmpty()) {
      anchors.put(anchor, built);
    }
    return built;
  }

  private Built scalar(ScalarEvent event) {
    Span span = span(event);
    if ((event.isDQuoted() || event.isSQuoted()) && span.endLine() > span.line()) {
      lastQuoted = Optional.of(span);
    }
    return new Built(Scalars.node(event, span, problems), 1, 1);
  }

  private Built resolve(AliasEvent event) {
    String name = event.getAlias().toString();
    Span span = span(event);
    if (open.contains(name)) {
      throw unreadable("alias-cycle", "`*" + name + "` stands inside its own anchor", span);
    }
    Built target = anchors.get(name);
    if (target == null) {
      throw unreadable("unknown-anchor", "no anchor `&" + name + "` comes before this", span);
    }
    aliased += target.size();
    long most = Math.min(MOST_TYPED, MOST_ALIASED_PER_NODE * typed);
    if (aliased > Math.max(MOST_ALIASED, most)) {
      throw unreadable(
          "too-many-aliases", "the aliases stand for more than " + MOST_ALIASED + " nodes", span);
    }
    checkDepth(path.size() + target.height(), span);
    aliases.found(new NodePath(path), span, target.node().span());
    return target;
  }

  private Built sequence(CollectionStartEvent start) {
    checkDepth(path.size(), span(start));
    List<Node> items = new ArrayList<>();
    long size = 1;
    int height = 0;
    Optional<Span> last = Optional.empty();
    Event event = events.next();
    while (!isEnd(event)) {
      path.add(new NodePath.Segment.Index(items.size()));
      Built item = build(event);
      last = Optional.of(extent(event, item));
      path.removeLast();
      items.add(item.node());
      size += item.size();
      height = Math.max(height, item.height());
      event = events.next();
    }
    Span span = collectionSpan(start, event, last);
    return new Built(tagged(start, new Node.Sequence(items, span)), size, height + 1);
  }

  private Built mapping(MappingStartEvent start) {
    checkDepth(path.size(), span(start));
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>();
    List<Node> merged = new ArrayList<>();
    long size = 1;
    int height = 0;
    Optional<Span> last = Optional.empty();
    Event event = events.next();
    while (!isEnd(event)) {
      Span keySpan = span(event);
      String key = key(event);
      path.add(new NodePath.Segment.Key(key));
      Event given = events.next();
      Built value = build(given);
      last = Optional.of(extent(given, value));
      if (isMergeKey(event)) {
        merged.add(value.node());
      } else {
        put(fields, key, new Node.Field(keySpan, value.node()));
      }
      path.removeLast();
      size += value.size();
      height = Math.max(height, value.height());
      event = events.next();
    }
    MergeKeys.apply(merged, fields, new NodePath(path), problems);
    Span span = collectionSpan(start, event, last);
    return new Built(tagged(start, new Node.Mapping(fields, span)), size, height + 1);
  }

  /// Where it ends in the collection it stands in; what an alias stands for is elsewhere.
  private Span extent(Event event, Built built) {
    return event instanceof AliasEvent ? span(event) : built.node().span();
  }

  private void put(SequencedMap<String, Node.Field> fields, String key, Node.Field field) {
    Node.Field first = fields.putIfAbsent(key, field);
    if (first != null) {
      problems.add(
          Diagnostic.error(
                  "duplicate-key",
                  "the key `" + key + "` is already there in line " + first.keySpan().line(),
                  field.keySpan(),
                  new NodePath(path))
              .withHint("Keep one of the two: see " + first.keySpan() + "."));
    }
  }

  private static boolean isMergeKey(Event event) {
    return event instanceof ScalarEvent scalar
        && scalar.isPlain()
        && scalar.getValue().equals("<<")
        && scalar.getTag().filter(tag -> !tag.equals(MERGE_TAG)).isEmpty();
  }

  private String key(Event event) {
    path.add(new NodePath.Segment.Key("?"));
    Node node = build(event).node();
    path.removeLast();
    if (node instanceof Node.Text(String text, _)) {
      return text;
    }
    if (node instanceof Node.Tagged(Node.Tag tag, Node.Scalar untagged, _)) {
      problems.add(
          Diagnostic.error(
                  "key-not-text",
                  "a key takes no tag, and this one has `!"
                      + tag.name().toLowerCase(Locale.ROOT)
                      + "`",
                  span(event),
                  new NodePath(path))
              .withHint("Put the tag before the value."));
      return untagged.raw();
    }
    String written = node instanceof Node.Scalar scalar ? scalar.raw() : "?";
    problems.add(
        Diagnostic.error(
                "key-not-text",
                "a key must be text, and this one is " + Kinds.of(node),
                span(event),
                new NodePath(path))
            .withHint("Put it in quotes: \"" + written + "\"."));
    return written;
  }

  private static Node tagged(CollectionStartEvent start, Node node) {
    return Tags.wrap(start.getTag(), node);
  }

  private void checkDepth(int depth, Span span) {
    if (depth > DEEPEST) {
      throw unreadable("too-deep", "the file nests deeper than " + DEEPEST + " levels", span);
    }
  }

  private UnreadableException unreadable(String code, String message, Span span) {
    return new UnreadableException(Diagnostic.error(code, message, span, new NodePath(path)));
  }

  private static boolean isEnd(Event event) {
    return event.getEventId() == Event.ID.MappingEnd || event.getEventId() == Event.ID.SequenceEnd;
  }

  /// A block collection's own end mark stands at the next token, far below; its last child ends it.
  private Span collectionSpan(CollectionStartEvent start, Event end, Optional<Span> lastChild) {
    Span from = span(start);
    if (start.isFlow()) {
      Span to = span(end);
      return new Span(file, from.line(), from.column(), to.endLine(), to.endColumn());
    }
    return lastChild
        .filter(last -> last.line() >= from.line())
        .map(last -> new Span(file, from.line(), from.column(), last.endLine(), last.endColumn()))
        .orElse(from);
  }

  private Span span(Event event) {
    var start = event.getStartMark().orElseThrow();
    var end = event.getEndMark().orElseThrow();
    return new Span(
        file, start.getLine() + 1, start.getColumn() + 1, end.getLine() + 1, end.getColumn() + 1);
  }
}
