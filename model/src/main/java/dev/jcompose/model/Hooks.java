package dev.jcompose.model;

import java.util.List;

/// Commands run around a container's life, each list in order.
public record Hooks(List<Hook> preStart, List<Hook> postStart, List<Hook> preStop) {
  /// None at all.
  public static final Hooks NONE = new Hooks(List.of(), List.of(), List.of());

  public Hooks {
    preStart = List.copyOf(preStart);
    postStart = List.copyOf(postStart);
    preStop = List.copyOf(preStop);
  }
}
