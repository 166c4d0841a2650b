package dev.jcompose.model;

import java.util.Optional;

/// How a service is told about an AI model.
///
/// @param endpointVariable left out: `KEY_URL`
/// @param modelVariable left out: `KEY_MODEL`
/// @param stated whether it is written in the long form; the config hash tells
public record ModelBinding(
    Optional<String> endpointVariable,
    Optional<String> modelVariable,
    boolean stated,
    Extensions extensions) {}
