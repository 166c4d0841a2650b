package dev.jcompose.executor.bake;

import dev.jcompose.executor.JointBuilder;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.MalformedJsonException;
import dev.jcompose.planner.Operation;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What BuildKit says while it builds, a JSON object a line: which step of which build begins or
/// ends, and what it writes.
///
/// With several targets the name of a step begins with that of its target: `[web 2/3] RUN make`. An
/// image is there when it is exported; one that goes to a registry is only on its way then.
final class BakeProgress {
  private static final Pattern TARGET = Pattern.compile("\\[(\\S+?)(?: [^]]*)?] .*");
  private static final Pattern FAILURE =
      Pattern.compile("(?:target (\\S+): )?(.*)", Pattern.DOTALL);
  private static final String ERROR = "ERROR: ";
  private static final String EXPORT = "exporting to image";

  /// What it says of itself and not of a build.
  private static final String READING_FILE = "[internal] load local bake definitions";

  private final BakeFile file;
  private final SequencedMap<String, Operation.BuildImage> builds;
  private final JointBuilder.Listener listener;
  private final Set<String> begun = new HashSet<>();
  private final Map<String, Vertex> vertexes = new HashMap<>();
  private final Set<Operation.BuildImage> ended = new HashSet<>();
  private final Set<String> complaints = new LinkedHashSet<>();

  /// A step of a build.
  private record Vertex(Operation.BuildImage build, StringBuilder unfinished) {}

  BakeProgress(BakeFile file, JointBuilder.Listener listener) {
    this.file = file;
    this.builds = file.builds();
    this.listener = listener;
  }

  /// Takes a line; one that is no JSON tells of a failure.
  void take(String line) {
    if (!line.startsWith("{")) {
      complain(line);
      return;
    }
    try {
      var message = JsonValue.parse(line);
      message.path("vertexes").forEach(this::vertex);
      message.path("logs").forEach(this::log);
    } catch (MalformedJsonException _) {
      complain(line);
    }
  }

  private void complain(String line) {
    if (!line.isBlank()) {
      complaints.add(line);
    }
  }

  private void vertex(JsonValue message) {
    var digest = message.path("digest").asText();
    var name = message.path("name").asText();
    if (name.equals(READING_FILE)) {
      return;
    }
    var own = named(name);
    var build = own.orElse(builds.firstEntry().getValue());
    vertexes.putIfAbsent(digest, new Vertex(build, new StringBuilder()));
    boolean cached = message.path("cached").asText().equals("true");
    if ((cached || message.has("started")) && begun.add(digest + name)) {
      listener.wrote(build, (cached ? "CACHED " : "") + name);
    }
    if (name.endsWith(EXPORT) && message.has("completed") && !message.has("error")) {
      own.filter(image -> !file.isPushed(image)).ifPresent(this::exported);
    }
  }

  /// The last one ends with the program.
  private void exported(Operation.BuildImage build) {
    if (ended.size() + 1 < builds.size() && ended.add(build)) {
      listener.built(build);
    }
  }

  /// The build that a step belongs to; none for one of a context.
  private Optional<Operation.BuildImage> named(String step) {
    if (file.isSingle()) {
      return Optional.of(builds.firstEntry().getValue());
    }
    Matcher target = TARGET.matcher(step);
    return target.matches() ? Optional.ofNullable(builds.get(target.group(1))) : Optional.empty();
  }

  private void log(JsonValue message) {
    var vertex = vertexes.get(message.path("vertex").asText());
    if (vertex == null) {
      return;
    }
    var data = Base64.getDecoder().decode(message.path("data").asText());
    var text = vertex.unfinished().append(new String(data, StandardCharsets.UTF_8));
    int end;
    while ((end = text.indexOf("\n")) >= 0) {
      var line = text.substring(0, end);
      text.delete(0, end + 1);
      listener.wrote(vertex.build(), line.endsWith("\r") ? line.substring(0, end - 1) : line);
    }
  }

  /// All went well.
  void succeeded() {
    builds.values().stream().filter(ended::add).forEach(listener::built);
  }

  /// It ended with an exit status other than 0.
  void failed(int status) {
    var reason =
        complaints.stream()
            .filter(line -> line.startsWith(ERROR))
            .findFirst()
            .map(line -> line.substring(ERROR.length()))
            .orElseGet(() -> complaints.isEmpty() ? "exit status " + status : last(complaints));
    Matcher parts = FAILURE.matcher(reason);
    var named = parts.matches() ? Optional.ofNullable(parts.group(1)) : Optional.<String>empty();
    var culprit =
        named
            .flatMap(name -> Optional.ofNullable(builds.get(name)))
            .orElse(builds.firstEntry().getValue());
    complaints.stream()
        .filter(line -> !line.startsWith(ERROR))
        .forEach(line -> listener.wrote(culprit, line));
    if (ended.add(culprit)) {
      boolean known = named.filter(builds::containsKey).isPresent();
      listener.failed(culprit, known ? parts.group(2) : reason);
    }
  }

  private static String last(Set<String> lines) {
    return lines.stream().reduce("", (_, line) -> line);
  }
}
