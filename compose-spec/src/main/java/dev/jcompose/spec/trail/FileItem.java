package dev.jcompose.spec.trail;

import dev.jcompose.spec.diagnostic.Span;

/// A file that a service names, for variables or labels.
///
/// @param attribute `env_file` or `label_file`
/// @param place the item of that attribute
public record FileItem(String attribute, Span place) {}
