package dev.jcompose.model;

import java.util.regex.Pattern;

/// A device file of the host and where it appears in the container.
///
/// @param permissions letters of `r`, `w` and `m`
public record DeviceMapping(
    String source, String target, String permissions, Extensions extensions) {
  private static final Pattern CDI_NAME = Pattern.compile("[^/.][^/]*/[^/=]+=.+");

  /// Whether it is a name of the Container Device Interface, such as `vendor.com/gpu=0`, and not a
  /// file.
  public boolean isCdi() {
    return CDI_NAME.matcher(source).matches();
  }
}
