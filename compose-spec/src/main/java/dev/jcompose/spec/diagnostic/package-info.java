/// What is said about files, and where.
///
/// A {@link Diagnostic} points with a {@link Span} into a {@link SourceFile} and with a {@link
/// NodePath} into the document; {@link Problems} collects them, {@link DiagnosticPrinter} shows
/// them.
@NullMarked
package dev.jcompose.spec.diagnostic;

import org.jspecify.annotations.NullMarked;
