package dev.jcompose.model;

import java.util.Optional;

/// Where a mount appears in the container.
///
/// @param target an absolute path in the container
/// @param consistency a hint that engines ignore by now
public record MountPoint(
    String target, boolean readOnly, Optional<String> consistency, Extensions extensions) {}
