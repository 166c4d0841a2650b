package dev.jcompose.spec.bind;

import dev.jcompose.model.Build;
import dev.jcompose.model.BuildAccess;
import dev.jcompose.model.BuildCache;
import dev.jcompose.model.BuildOutput;
import dev.jcompose.model.BuildSandbox;
import dev.jcompose.model.BuildSource;

/// Binds how the image of a service is built.
final class BuildBinder {
  private BuildBinder() {}

  static Build bind(Attributes build) {
    return new Build(
        new BuildSource(
            build.text("context").orElse(""),
            build.text("dockerfile"),
            build.text("dockerfile_inline"),
            build.pairs("additional_contexts")),
        build.variables("args"),
        build.text("target"),
        new BuildCache(
            build.flag("no_cache"),
            build.texts("no_cache_filter"),
            build.texts("cache_from"),
            build.texts("cache_to")),
        output(build),
        sandbox(build),
        new BuildAccess(StorageBinder.grants(build, "secrets"), build.variables("ssh")),
        build.flag("pull"),
        build.extensions());
  }

  private static BuildOutput output(Attributes build) {
    return new BuildOutput(
        build.texts("tags"),
        build.pairs("labels"),
        build.texts("platforms"),
        build.text("provenance"),
        build.text("sbom"));
  }

  private static BuildSandbox sandbox(Attributes build) {
    return new BuildSandbox(
        build.text("network"),
        build.flag("privileged"),
        build.texts("entitlements"),
        HostsReader.read(build, "extra_hosts"),
        build.text("isolation"),
        build.size("shm_size"),
        ResourcesBinder.ulimits(build));
  }
}
