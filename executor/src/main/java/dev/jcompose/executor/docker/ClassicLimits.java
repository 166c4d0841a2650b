package dev.jcompose.executor.docker;

import dev.jcompose.executor.bake.Buildx;
import dev.jcompose.executor.bake.RemoteContext;
import dev.jcompose.model.Build;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What the classic builder cannot do. It would leave it out without a word, so it is refused.
final class ClassicLimits {
  private static final Pattern REGISTRY_CACHE =
      Pattern.compile("(?=.*\\btype=registry\\b).*\\bref=([^,]+).*");
  private static final Predicate<String> SWITCHED_OFF = "false"::equals;

  private ClassicLimits() {}

  /// @throws dev.jcompose.executor.EngineException naming the attributes, if there are any
  static void check(String doing, Operation.BuildImage build) {
    List<String> attributes = attributes(build);
    if (!attributes.isEmpty()) {
      throw Requirements.unsupported(doing, reason(attributes));
    }
  }

  /// The same as a problem that is known beforehand; empty when there is nothing in the way.
  static Optional<Problem> problem(Operation.BuildImage build) {
    List<String> attributes = attributes(build);
    return attributes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Problem.Unsupported("service " + build.service(), reason(attributes)));
  }

  private static String reason(List<String> attributes) {
    return String.join(", ", attributes)
        + ": the engine's classic builder cannot do this. Install docker's plugin buildx "
        + Buildx.OLDEST
        + " or newer, and do not set DOCKER_BUILDKIT to 0";
  }

  private static List<String> attributes(Operation.BuildImage operation) {
    List<String> attributes = new ArrayList<>();
    Build build = operation.build();
    var source = build.source();
    add(
        attributes,
        "additional_contexts",
        !source.additionalContexts().isEmpty() || !operation.contexts().isEmpty());
    add(
        attributes,
        "dockerfile_inline",
        source.dockerfileInline().isPresent() && RemoteContext.is(source.context()));
    add(attributes, "secrets", !build.access().secrets().isEmpty());
    add(attributes, "ssh", !build.access().ssh().isEmpty());
    add(attributes, "entitlements", !build.sandbox().entitlements().isEmpty());
    add(attributes, "privileged", build.sandbox().privileged());
    add(attributes, "cache_to", !build.cache().to().isEmpty());
    add(attributes, "no_cache_filter", !build.cache().noCacheFilter().isEmpty());
    add(
        attributes,
        "cache_from",
        build.cache().from().stream().anyMatch(from -> cacheImage(from).isEmpty()));
    add(attributes, "platforms", build.output().platforms().size() > 1);
    add(
        attributes,
        "provenance",
        build.output().provenance().filter(SWITCHED_OFF.negate()).isPresent());
    add(attributes, "sbom", build.output().sbom().filter(SWITCHED_OFF.negate()).isPresent());
    return attributes;
  }

  /// The image that a cache is taken from; none when it is no image.
  static Optional<String> cacheImage(String from) {
    if (!from.contains("=")) {
      return Optional.of(from);
    }
    Matcher registry = REGISTRY_CACHE.matcher(from);
    return registry.matches() ? Optional.of(registry.group(1)) : Optional.empty();
  }

  private static void add(List<String> attributes, String attribute, boolean used) {
    if (used) {
      attributes.add("`build." + attribute + "`");
    }
  }
}
