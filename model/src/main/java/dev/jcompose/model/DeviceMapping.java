package dev.jcompose.model;

/// A device file of the host and where it appears in the container.
///
/// @param permissions letters of `r`, `w` and `m`
public record DeviceMapping(
    String source, String target, String permissions, Extensions extensions) {}
