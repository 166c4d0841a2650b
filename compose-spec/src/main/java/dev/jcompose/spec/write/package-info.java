/// A project as text again: canonical YAML and JSON, and the hashes made of it.
///
/// {@link dev.jcompose.spec.write.ProjectWriter} is the front. The writers of the topics make
/// {@link dev.jcompose.model.Value}s, which the printers turn into text.
@NullMarked
package dev.jcompose.spec.write;

import org.jspecify.annotations.NullMarked;
