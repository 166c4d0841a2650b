package dev.jcompose.model;

/// A file with something confidential that services are given, from the element `secrets`.
///
/// @param key as in the Compose file
/// @param name what the platform calls it
public record Secret(
    String key, String name, FileSource source, FileObjectOptions options, Extensions extensions) {}
