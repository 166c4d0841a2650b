package dev.jcompose.executor.docker;

import dev.jcompose.model.Build;
import dev.jcompose.model.BuildAccess;
import dev.jcompose.model.BuildCache;
import dev.jcompose.model.BuildOutput;
import dev.jcompose.model.BuildSandbox;
import dev.jcompose.model.BuildSource;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Operation;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A build that a test is about to try.
record Draft(
    BuildSource source,
    SequencedMap<String, Optional<String>> arguments,
    Optional<String> target,
    List<String> tags,
    List<String> cacheFrom) {

  static Draft of(Path context) {
    var source =
        new BuildSource(context.toString(), Optional.empty(), Optional.empty(), Ordered.map());
    return new Draft(source, Ordered.map(), Optional.empty(), List.of(), List.of());
  }

  Draft dockerfile(String path) {
    var changed =
        new BuildSource(source.context(), Optional.of(path), Optional.empty(), Ordered.map());
    return new Draft(changed, arguments, target, tags, cacheFrom);
  }

  Draft inline(String text) {
    var changed =
        new BuildSource(source.context(), Optional.empty(), Optional.of(text), Ordered.map());
    return new Draft(changed, arguments, target, tags, cacheFrom);
  }

  Draft argument(String name, String value) {
    return new Draft(
        source, Ordered.map(Map.of(name, Optional.of(value))), target, tags, cacheFrom);
  }

  Draft target(String stage) {
    return new Draft(source, arguments, Optional.of(stage), tags, cacheFrom);
  }

  Draft tag(String tag) {
    return new Draft(source, arguments, target, List.of(tag), cacheFrom);
  }

  Draft cacheFrom(String from) {
    return new Draft(source, arguments, target, tags, List.of(from));
  }

  Operation.BuildImage operation(String image) {
    Build build =
        new Build(
            source,
            arguments,
            target,
            new BuildCache(false, List.of(), cacheFrom, List.of()),
            new BuildOutput(
                tags,
                Ordered.map(Map.of("from.file", "yes")),
                List.of(),
                Optional.empty(),
                Optional.of("false")),
            new BuildSandbox(
                Optional.empty(),
                false,
                List.of(),
                Ordered.map(Map.of("db", List.of("10.0.0.2"))),
                Optional.empty(),
                Optional.empty(),
                Ordered.map()),
            new BuildAccess(List.of(), Ordered.map()),
            false,
            Extensions.NONE);
    return new Operation.BuildImage(
        new ServiceName("web"),
        image,
        build,
        Optional.empty(),
        Ordered.map(Map.of("from.plan", "yes")),
        Ordered.map(),
        Ordered.map());
  }
}
