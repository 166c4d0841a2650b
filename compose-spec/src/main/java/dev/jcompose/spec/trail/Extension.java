package dev.jcompose.spec.trail;

import dev.jcompose.spec.diagnostic.Span;

/// A service laid over another.
///
/// @param service the one that extends
/// @param place its `extends`
/// @param base the name of the one that is extended
/// @param extent all of that one, as far as it was typed there
public record Extension(String service, Span place, String base, Span extent) {}
