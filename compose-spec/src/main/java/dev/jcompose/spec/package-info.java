/// From Compose files to a {@link dev.jcompose.model.Project}, and back.
///
/// {@link SourceFile} is what goes in, {@link Diagnostic} what is said about it, with a {@link
/// Span} of the source and a {@link NodePath} into the document.
@NullMarked
package dev.jcompose.spec;

import org.jspecify.annotations.NullMarked;
