package dev.jcompose.model;

/// A file that services are given, from the element `configs`.
///
/// @param key as in the Compose file
/// @param name what the platform calls it
public record Config(
    String key, String name, FileSource source, FileObjectOptions options, Extensions extensions) {}
