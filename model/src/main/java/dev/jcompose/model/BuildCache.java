package dev.jcompose.model;

import java.util.List;

/// What a build may reuse.
public record BuildCache(
    boolean noCache, List<String> noCacheFilter, List<String> from, List<String> to) {
  public BuildCache {
    noCacheFilter = List.copyOf(noCacheFilter);
    from = List.copyOf(from);
    to = List.copyOf(to);
  }
}
