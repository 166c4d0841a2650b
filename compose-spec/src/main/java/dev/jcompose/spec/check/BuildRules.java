package dev.jcompose.spec.check;

import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Checks where the image of a service comes from.
final class BuildRules {
  private BuildRules() {}

  /// Whether there is an image, if only one with a mistake in it.
  private static boolean namesImage(Element service) {
    return service
        .node()
        .get("image")
        .filter(image -> !(image instanceof Node.Scalar) || service.text("image").isPresent())
        .isPresent();
  }

  /// A service with `extends` left lacks what it was to get from another.
  static void check(Element service) {
    if (!service.has("build")
        && !namesImage(service)
        && !service.has("provider")
        && !service.has("extends")) {
      service.errorMissing(
          "no-image", "service `" + service.name() + "` has neither `image` nor `build`", "image");
    }
    Element build = service.child("build");
    if (build.text("dockerfile").isPresent()
        && !build.text("dockerfile_inline").orElse("").isEmpty()) {
      build.errorAtKey(
          "conflict",
          "`dockerfile` and `dockerfile_inline` exclude each other",
          "dockerfile_inline");
    }
    List<String> platforms =
        Edit.scalars(build.node(), "platforms").stream().map(Node.Scalar::raw).toList();
    service
        .text("platform")
        .filter(platform -> !platforms.isEmpty() && !platforms.contains(platform))
        .ifPresent(platform ->
            build.errorAt(
                "conflict",
                "the platforms to build for do not include the service's own, \"" + platform + "\"",
                "platforms"));
  }
}
