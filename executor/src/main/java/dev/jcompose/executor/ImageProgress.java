package dev.jcompose.executor;

import java.util.Optional;

/// How far a pull or push has come.
///
/// @param layer the layer's id; empty for remarks about the whole
/// @param status the engine's words, e.g. `Downloading`
/// @param current bytes done, of `total`; both 0 when the engine does not say
public record ImageProgress(Optional<String> layer, String status, long current, long total) {}
