package dev.jcompose.executor.access;

import dev.jcompose.planner.ImageId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// An image as lists show it.
///
/// @param tags its names, each with a tag: `shop/web:1`
/// @param platform the system and machine it is for: `linux/arm64/v8`
/// @param size in bytes, of all its layers
/// @param lastTagged when it last got a name; empty: not known
public record ImageSummary(
    ImageId id, List<String> tags, String platform, long size, Optional<Instant> lastTagged) {
  public ImageSummary {
    tags = List.copyOf(tags);
  }
}
