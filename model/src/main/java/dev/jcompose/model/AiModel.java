package dev.jcompose.model;

import java.util.List;
import java.util.Optional;

/// An AI model that services use, from the element `models`.
///
/// @param model its reference in a registry
/// @param contextSize in tokens
public record AiModel(
    String key,
    String name,
    String model,
    Optional<Long> contextSize,
    List<String> runtimeFlags,
    Extensions extensions) {
  public AiModel {
    runtimeFlags = List.copyOf(runtimeFlags);
  }
}
