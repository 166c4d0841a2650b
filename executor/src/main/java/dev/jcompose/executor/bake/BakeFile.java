package dev.jcompose.executor.bake;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.json.IndentedJson;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.executor.json.JsonValue.ArrayValue;
import dev.jcompose.executor.json.JsonValue.BooleanValue;
import dev.jcompose.executor.json.JsonValue.ObjectValue;
import dev.jcompose.executor.json.JsonValue.TextValue;
import dev.jcompose.model.Build;
import dev.jcompose.model.BuildSource;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Ulimit;
import dev.jcompose.planner.Operation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.TreeMap;

/// Builds as `buildx bake` reads them: a target for each service.
///
/// Services whose images are contexts of others are targets as well, but are not built for their
/// own sake. The file holds no secret: those from variables are named, and {@link #variables} has
/// their values.
public final class BakeFile {
  /// What is done with the targets.
  enum Purpose {
    BUILD,
    /// Nothing is built; mistakes are looked for.
    CHECK
  }

  private static final String INSECURE = "security.insecure";
  private static final String DEFAULT_DOCKERFILE = "Dockerfile";

  private final BuildOptions options;
  private final Purpose purpose;
  private final SequencedMap<String, String> environment;
  private final SequencedMap<ServiceName, String> names = new LinkedHashMap<>();
  private final SequencedMap<String, JsonValue> targets = new TreeMap<>();
  private final SequencedMap<String, Operation.BuildImage> builds = new LinkedHashMap<>();
  private final SequencedSet<String> entitlements = new LinkedHashSet<>();
  private final SequencedMap<String, String> variables = new LinkedHashMap<>();

  private BakeFile(
      BuildOptions options, Purpose purpose, SequencedMap<String, String> environment) {
    this.options = options;
    this.purpose = purpose;
    this.environment = environment;
  }

  /// The file for these builds.
  ///
  /// @param environment where arguments without a value get one from
  public static BakeFile of(
      List<Operation.BuildImage> builds,
      BuildOptions options,
      SequencedMap<String, String> environment) {
    return of(builds, options, environment, Purpose.BUILD);
  }

  static BakeFile of(
      List<Operation.BuildImage> builds,
      BuildOptions options,
      SequencedMap<String, String> environment,
      Purpose purpose) {
    var file = new BakeFile(options, purpose, environment);
    file.nameTargets(builds);
    for (Operation.BuildImage build : builds) {
      file.builds.put(file.target(build), build);
      file.add(build);
    }
    return file;
  }

  /// The file's text: JSON.
  public String text() {
    var wanted = new ObjectValue(Ordered.map(Map.of("targets", texts(sorted(builds)))));
    var all = new LinkedHashMap<String, JsonValue>();
    all.put("group", new ObjectValue(Ordered.map(Map.of("default", wanted))));
    all.put("target", new ObjectValue(targets));
    return IndentedJson.of(new ObjectValue(all));
  }

  private static List<String> sorted(SequencedMap<String, Operation.BuildImage> builds) {
    return builds.keySet().stream().sorted().toList();
  }

  /// The targets that are built for their own sake, with their builds.
  SequencedMap<String, Operation.BuildImage> builds() {
    return Ordered.map(builds);
  }

  /// Whether there is but one target, so that BuildKit does not name it when it tells of it.
  boolean isSingle() {
    return targets.size() == 1;
  }

  /// What the builds must be allowed to do.
  SequencedSet<String> entitlements() {
    return Ordered.set(entitlements);
  }

  /// Variables that hold secrets, with their values.
  SequencedMap<String, String> variables() {
    return Ordered.map(variables);
  }

  /// Whether an image goes to its registry.
  boolean isPushed(Operation.BuildImage build) {
    return options.bake().pushed().contains(build.image());
  }

  private String target(Operation.BuildImage build) {
    return names.getOrDefault(build.service(), build.service().value());
  }

  /// The names of targets have no dots. Services whose names have none keep them; the others get
  /// one that is free.
  private void nameTargets(List<Operation.BuildImage> wanted) {
    SequencedSet<ServiceName> services = new LinkedHashSet<>();
    wanted.forEach(build -> collect(build, services));
    services.stream()
        .filter(service -> service.value().indexOf('.') < 0)
        .forEach(service -> names.put(service, service.value()));
    for (ServiceName service : services) {
      String plain = service.value().replace('.', '_');
      String free = plain;
      for (int number = 2; names.containsValue(free) && !names.containsKey(service); number++) {
        free = plain + "_" + number;
      }
      names.putIfAbsent(service, free);
    }
  }

  private static void collect(Operation.BuildImage build, SequencedSet<ServiceName> services) {
    if (services.add(build.service())) {
      build.contexts().values().forEach(context -> collect(context, services));
    }
  }

  private void add(Operation.BuildImage build) {
    if (!targets.containsKey(target(build))) {
      targets.put(target(build), definition(build));
      build.contexts().values().forEach(this::add);
    }
  }

  private JsonValue definition(Operation.BuildImage operation) {
    Build build = operation.build();
    var sandbox = build.sandbox();
    var privileges = new LinkedHashSet<>(sandbox.entitlements());
    if (sandbox.privileged()) {
      privileges.add(INSECURE);
    }
    entitlements.addAll(privileges);
    var target = new Target();
    target.text("context", Optional.of(build.source().context()));
    target.texts("contexts", contexts(operation));
    target.text("dockerfile", dockerfile(build.source()));
    target.text("dockerfile-inline", build.source().dockerfileInline());
    target.texts("args", arguments(build));
    target.texts("labels", labels(operation));
    target.texts("tags", tags(operation));
    target.texts("cache-from", build.cache().from());
    target.texts("cache-to", build.cache().to());
    target.text("target", build.target());
    target.texts("secret", secrets(operation));
    target.texts("ssh", ssh(build));
    target.texts("platforms", platforms(operation));
    target.on("pull", build.pull() || options.pull());
    target.on("no-cache", build.cache().noCache() || options.noCache());
    target.texts("no-cache-filter", build.cache().noCacheFilter());
    target.text("network", sandbox.network());
    target.text("shm-size", sandbox.shmSize().map(size -> Long.toString(size.bytes())));
    target.texts("ulimits", ulimits(sandbox.ulimits()));
    target.text("call", purpose == Purpose.CHECK ? Optional.of("lint") : Optional.empty());
    target.texts("entitlements", List.copyOf(privileges));
    target.texts("extra-hosts", hosts(sandbox.extraHosts()));
    target.texts("output", output(operation));
    target.texts("attest", attestations(build));
    return new ObjectValue(target.members);
  }

  private SequencedMap<String, String> contexts(Operation.BuildImage operation) {
    var contexts = new TreeMap<>(operation.build().source().additionalContexts());
    operation.contexts().forEach((name, build) -> contexts.put(name, "target:" + target(build)));
    return contexts;
  }

  /// A path in a directory of this machine is told in full: else it would be looked for where the
  /// program runs.
  private static Optional<String> dockerfile(BuildSource source) {
    if (source.dockerfileInline().isPresent()) {
      return Optional.empty();
    }
    String name = source.dockerfile().orElse(DEFAULT_DOCKERFILE);
    return Optional.of(
        RemoteContext.is(source.context())
            ? name
            : Path.of(source.context()).resolve(name).normalize().toString());
  }

  /// An argument without a value takes that of the environment; when it is not there either, the
  /// Dockerfile's own default holds.
  private SequencedMap<String, String> arguments(Build build) {
    var arguments = new TreeMap<String, String>();
    build
        .arguments()
        .forEach((name, value) ->
            value
                .or(() -> Optional.ofNullable(environment.get(name)))
                .ifPresent(known -> arguments.put(name, known)));
    arguments.putAll(options.arguments());
    return arguments;
  }

  private static SequencedMap<String, String> labels(Operation.BuildImage operation) {
    var labels = new TreeMap<>(operation.build().output().labels());
    labels.putAll(operation.labels());
    return labels;
  }

  private static List<String> tags(Operation.BuildImage operation) {
    var tags = new LinkedHashSet<>(operation.build().output().tags());
    tags.add(operation.image());
    return List.copyOf(tags);
  }

  private List<String> secrets(Operation.BuildImage operation) {
    var secrets = new ArrayList<String>();
    operation.secrets().forEach((id, source) -> secret(id, source).ifPresent(secrets::add));
    return secrets;
  }

  private Optional<String> secret(String id, FileSource source) {
    return switch (source) {
      case FileSource.HostFile(Path path) ->
          Optional.of(Fields.of("id=" + id, "type=file", "src=" + path));
      case FileSource.FromEnvironment(String variable, var value) -> {
        value.ifPresent(known -> variables.put(variable, known.reveal()));
        yield Optional.of(Fields.of("id=" + id, "type=env", "env=" + variable));
      }
      case FileSource.Inline _, FileSource.External _ -> Optional.empty();
    };
  }

  private List<String> ssh(Build build) {
    var keys = new TreeMap<>(build.access().ssh());
    keys.putAll(options.bake().ssh());
    return keys.entrySet().stream()
        .map(key -> key.getKey() + "=" + key.getValue().orElse(""))
        .toList();
  }

  private static List<String> platforms(Operation.BuildImage operation) {
    var platforms = operation.build().output().platforms();
    return platforms.isEmpty() ? operation.platform().stream().toList() : platforms;
  }

  private static List<String> ulimits(SequencedMap<String, Ulimit> ulimits) {
    return ulimits.entrySet().stream()
        .map(limit ->
            switch (limit.getValue()) {
              case Ulimit.Single(long value) -> limit.getKey() + "=" + value;
              case Ulimit.Range(long soft, long hard) -> limit.getKey() + "=" + soft + ":" + hard;
            })
        .sorted()
        .toList();
  }

  private static SequencedMap<String, String> hosts(SequencedMap<String, List<String>> hosts) {
    var joined = new TreeMap<String, String>();
    hosts.forEach((host, addresses) -> joined.put(host, String.join(",", addresses)));
    return joined;
  }

  private List<String> output(Operation.BuildImage operation) {
    if (purpose == Purpose.CHECK) {
      return List.of();
    }
    boolean pushed = isPushed(operation);
    if (operation.build().output().platforms().size() > 1) {
      return List.of("type=image,push=" + pushed);
    }
    return List.of(pushed ? "type=registry" : "type=docker");
  }

  private static List<String> attestations(Build build) {
    var attestations = new ArrayList<String>();
    attestation("provenance", build.output().provenance()).ifPresent(attestations::add);
    attestation("sbom", build.output().sbom()).ifPresent(attestations::add);
    return attestations;
  }

  private static Optional<String> attestation(String type, Optional<String> wanted) {
    return wanted
        .filter(value -> !value.equals("false"))
        .map(value -> "type=" + type + (value.equals("true") ? "" : "," + value));
  }

  private static ArrayValue texts(List<String> texts) {
    return new ArrayValue(texts.stream().<JsonValue>map(TextValue::new).toList());
  }

  /// The members of a target; what is absent, empty or off is left out.
  private static final class Target {
    private final SequencedMap<String, JsonValue> members = new LinkedHashMap<>();

    void text(String name, Optional<String> value) {
      value.ifPresent(text -> members.put(name, new TextValue(literal(text))));
    }

    void texts(String name, List<String> values) {
      if (!values.isEmpty()) {
        members.put(name, BakeFile.texts(values.stream().map(Target::literal).toList()));
      }
    }

    void texts(String name, SequencedMap<String, String> values) {
      if (!values.isEmpty()) {
        var all = new LinkedHashMap<String, JsonValue>();
        values.forEach((key, value) -> all.put(key, new TextValue(literal(value))));
        members.put(name, new ObjectValue(all));
      }
    }

    void on(String name, boolean value) {
      if (value) {
        members.put(name, new BooleanValue(true));
      }
    }

    /// The file's own variables and directives are of no use to us.
    private static String literal(String text) {
      return text.replace("${", "$${").replace("%{", "%%{");
    }
  }
}
