package dev.jcompose.spec.lint;

import java.util.Set;
import java.util.stream.Collectors;

/// What services run.
final class ImageChecks {
  private static final String LATEST = "latest";

  private ImageChecks() {}

  /// Images that a service builds are the user's own, whichever service runs them.
  static void unpinned(Stack stack, Report report) {
    Set<String> built =
        stack.services().stream()
            .filter(service -> service.has("build"))
            .flatMap(service -> service.text("image").stream())
            .collect(Collectors.toSet());
    for (Part service : stack.services()) {
      String image = service.text("image").orElse("");
      if (image.isBlank() || image.contains("@") || built.contains(image)) {
        continue;
      }
      String tag = tag(image);
      if (tag.isEmpty()) {
        report.at(service, "image", "image \"" + image + "\" has no tag");
      } else if (tag.equals(LATEST)) {
        report.at(service, "image", "image \"" + image + "\" has the tag `latest`");
      }
    }
  }

  private static String tag(String image) {
    int colon = image.indexOf(':', image.lastIndexOf('/') + 1);
    return colon < 0 ? "" : image.substring(colon + 1);
  }
}
