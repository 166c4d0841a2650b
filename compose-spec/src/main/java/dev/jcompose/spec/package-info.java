/// From Compose files to a {@link dev.jcompose.model.Project}, and back.
///
/// {@link ProjectLoader} is the front: a {@link dev.jcompose.spec.source.LoadRequest} goes in, a
/// {@link LoadedProject} comes out, or an {@link
/// dev.jcompose.spec.diagnostic.InvalidProjectException}. What is done on the way, in its order, is
/// listed by {@link dev.jcompose.spec.load.DocumentLoader} and {@link
/// dev.jcompose.spec.load.LoadSteps}; {@link dev.jcompose.spec.write.ProjectWriter} is the way
/// back.
@NullMarked
package dev.jcompose.spec;

import org.jspecify.annotations.NullMarked;
