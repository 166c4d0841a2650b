package dev.jcompose.spec.write;

import dev.jcompose.model.Build;
import dev.jcompose.model.BuildCache;
import dev.jcompose.model.BuildOutput;
import dev.jcompose.model.BuildSandbox;
import dev.jcompose.model.BuildSource;
import dev.jcompose.model.Value;
import java.util.List;

/// Writes how the image of a service is built.
final class BuildWriter {
  private BuildWriter() {}

  static Value write(Build build, Form form) {
    BuildSource source = build.source();
    BuildCache cache = build.cache();
    BuildOutput output = build.output();
    BuildSandbox sandbox = build.sandbox();
    Fields fields =
        new Fields(form)
            .put("context", new Value.Text(source.context()))
            .text("dockerfile", source.dockerfile())
            .text("dockerfile_inline", source.dockerfileInline())
            .texts("entitlements", sandbox.entitlements())
            .variables("args", build.arguments())
            .text("provenance", output.provenance())
            .text("sbom", output.sbom())
            .texts("ssh", ssh(build, form))
            .pairs("labels", output.labels())
            .texts("cache_from", cache.from())
            .texts("cache_to", cache.to())
            .flag("no_cache", cache.noCache())
            .texts("no_cache_filter", cache.noCacheFilter())
            .pairs("additional_contexts", source.additionalContexts())
            .flag("pull", build.pull());
    NetworkingWriter.hosts("extra_hosts", sandbox.extraHosts(), fields);
    fields
        .text("isolation", sandbox.isolation())
        .text("network", sandbox.network())
        .text("target", build.target())
        .list("secrets", build.access().secrets(), grant -> StorageWriter.grant(grant, form))
        .size("shm_size", sandbox.shmSize())
        .texts("tags", output.tags());
    ResourcesWriter.ulimits(sandbox.ulimits(), fields);
    return fields
        .texts("platforms", output.platforms())
        .flag("privileged", sandbox.privileged())
        .extensions(build.extensions())
        .value();
  }

  /// As docker compose does, YAML says `ID: PATH`. It has no such form in JSON, where it fails.
  private static List<String> ssh(Build build, Form form) {
    String separator =
        switch (form) {
          case JSON -> "=";
          case YAML -> ": ";
        };
    return build.access().ssh().entrySet().stream()
        .map(key ->
            key.getValue()
                .filter(path -> !path.isEmpty())
                .map(path -> key.getKey() + separator + path)
                .orElse(key.getKey()))
        .toList();
  }
}
