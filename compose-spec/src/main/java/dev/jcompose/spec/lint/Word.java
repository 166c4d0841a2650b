package dev.jcompose.spec.lint;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;

/// A text in the document: an item of a list, or a name with a value.
///
/// @param name empty for an item of a list
record Word(String name, String text, Span span, NodePath path) {}
