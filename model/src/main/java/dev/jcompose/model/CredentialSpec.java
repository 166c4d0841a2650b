package dev.jcompose.model;

import java.util.Optional;

/// A managed service account of Windows: one of a config, a file or a registry entry.
public record CredentialSpec(
    Optional<String> config,
    Optional<String> file,
    Optional<String> registry,
    Extensions extensions) {}
