package dev.jcompose.executor.docker;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.bake.RemoteContext;
import dev.jcompose.executor.json.JsonPieces;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Build;
import dev.jcompose.model.BuildSource;
import dev.jcompose.planner.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;

/// Builds images with the builder that every engine has of its own, the classic one.
final class Builds {
  private static final String CLASSIC = "1";

  private final Transport transport;
  private final Registries registries;

  Builds(Transport transport, Registries registries) {
    this.transport = transport;
    this.registries = registries;
  }

  void build(Operation.BuildImage operation, BuildOptions options, Consumer<String> output)
      throws InterruptedException {
    String doing = "build image " + operation.image();
    Build build = operation.build();
    ClassicLimits.check(doing, operation);
    BuildSource source = build.source();
    Call call = call(doing, operation, options);
    if (RemoteContext.is(source.context())) {
      send(call.query("remote", source.context()).query("dockerfile", source.dockerfile()), output);
      return;
    }
    try (BuildContext context = BuildContext.of(doing, source);
        InputStream tar = context.open()) {
      send(call.query("dockerfile", context.dockerfile()).body("application/x-tar", tar), output);
    } catch (IOException e) {
      throw Failures.refused(
          doing, EngineException.Kind.OTHER, "the build context: " + Failures.firstLine(e));
    }
  }

  private void send(Call call, Consumer<String> output) throws InterruptedException {
    var _ =
        transport.send(
            call,
            answer -> {
              BuildOutputLines lines = new BuildOutputLines(output);
              JsonPieces.read(
                  answer.body(),
                  message -> {
                    lines.take(message);
                    failOnError(call, message, lines);
                  });
              lines.end();
              return true;
            });
  }

  private static void failOnError(Call call, JsonValue message, BuildOutputLines lines) {
    if (message.has("error")) {
      lines.end();
    }
    Messages.failOnError(call.doing(), message);
  }

  private Call call(String doing, Operation.BuildImage operation, BuildOptions options)
      throws InterruptedException {
    Build build = operation.build();
    var sandbox = build.sandbox();
    Call call =
        Call.post(doing, "build")
            .query("version", CLASSIC)
            .query("t", operation.image())
            .query("rm", true)
            .query("forcerm", true)
            .query("nocache", build.cache().noCache() || options.noCache())
            .query("pull", build.pull() || options.pull())
            .query("target", build.target())
            .query("platform", platform(operation))
            .query("networkmode", sandbox.network())
            .query("isolation", sandbox.isolation())
            .query("memory", options.memory().map(size -> Long.toString(size.bytes())))
            .query("shmsize", sandbox.shmSize().map(Object::toString))
            .query("buildargs", text(arguments(build, options)))
            .query("labels", text(labels(operation)))
            .query("ulimits", text(LimitsJson.ulimits(sandbox.ulimits())))
            .query("cachefrom", cacheFrom(build))
            .header("X-Registry-Config", registries.allCredentials());
    build.output().tags().forEach(tag -> call.query("t", tag));
    NetworkingJson.hosts(sandbox.extraHosts()).forEach(host -> call.query("extrahosts", host));
    return call;
  }

  private static Optional<String> platform(Operation.BuildImage operation) {
    return operation
        .platform()
        .or(() -> operation.build().output().platforms().stream().findFirst());
  }

  /// An argument without a value takes that of the environment; when it is not there either, the
  /// Dockerfile's own default holds.
  private SequencedMap<String, String> arguments(Build build, BuildOptions options) {
    SequencedMap<String, String> arguments = new LinkedHashMap<>();
    build
        .arguments()
        .forEach((name, value) ->
            value
                .or(() -> registries.config().variable(name))
                .ifPresent(known -> arguments.put(name, known)));
    arguments.putAll(options.arguments());
    return arguments;
  }

  private static SequencedMap<String, String> labels(Operation.BuildImage operation) {
    SequencedMap<String, String> labels = new LinkedHashMap<>(operation.build().output().labels());
    labels.putAll(operation.labels());
    return labels;
  }

  private static Optional<String> cacheFrom(Build build) {
    List<String> references = new ArrayList<>();
    build.cache().from().forEach(from -> ClassicLimits.cacheImage(from).ifPresent(references::add));
    return references.isEmpty() ? Optional.empty() : Optional.of(Json.array(references));
  }

  private static Optional<String> text(SequencedMap<String, String> map) {
    return map.isEmpty() ? Optional.empty() : Optional.of(Json.of(map).toString());
  }

  private static Optional<String> text(List<Json> objects) {
    return objects.isEmpty() ? Optional.empty() : Optional.of(objects.toString());
  }
}
