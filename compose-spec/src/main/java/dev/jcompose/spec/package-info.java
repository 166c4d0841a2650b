/// From Compose files to a {@link dev.jcompose.model.Project}, and back.
///
/// {@link ProjectLoader} is the front: a {@link LoadRequest} goes in, a {@link LoadedProject} comes
/// out, or an {@link InvalidProjectException} with a {@link Diagnostic} for each problem. What is
/// done on the way, in its order, is listed by {@link dev.jcompose.spec.load.DocumentLoader} and
/// {@link dev.jcompose.spec.load.LoadSteps}; each {@link LoadStep} takes a document and gives one.
///
/// A diagnostic has a {@link Span} of a {@link SourceFile} and a {@link NodePath} into the
/// document; {@link DiagnosticPrinter} shows it with the line from {@link Sources}. Steps put them
/// into the {@link Problems} of their {@link LoadContext}. {@link PathTable} says what holds where.
@NullMarked
package dev.jcompose.spec;

import org.jspecify.annotations.NullMarked;
