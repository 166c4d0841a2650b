package dev.jcompose.planner;

import java.util.Optional;

/// A mount of a container as the engine lists it.
///
/// @param type `bind`, `volume`, `tmpfs`, …
/// @param name of the volume, when it is one
/// @param source on the host
/// @param target in the container
public record ObservedMount(
    String type, Optional<String> name, String source, String target, boolean readOnly) {}
