package dev.jcompose.spec.explain;

import dev.jcompose.model.Value;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.yaml.Node;
import java.util.Optional;

/// A value in whose place another stands.
///
/// @param value as it was typed, variables not filled in
/// @param tag what made the other one replace it, unless that is so anyway
public record Overridden(Value value, Span place, Optional<Node.Tag> tag) {}
