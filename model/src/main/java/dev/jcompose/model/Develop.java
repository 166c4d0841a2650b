package dev.jcompose.model;

import java.util.List;

/// What `watch` does while sources change.
public record Develop(List<WatchRule> watch, Extensions extensions) {
  public Develop {
    watch = List.copyOf(watch);
  }
}
