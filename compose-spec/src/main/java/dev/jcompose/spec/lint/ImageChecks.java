package dev.jcompose.spec.lint;

/// What services run.
final class ImageChecks {
  private static final String LATEST = "latest";

  private ImageChecks() {}

  static void unpinned(Stack stack, Report report) {
    for (Part service : stack.services()) {
      String image = service.text("image").orElse("");
      if (image.isBlank() || image.contains("@") || service.has("build")) {
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
