/// From the canonical document to the model: {@link dev.jcompose.spec.bind.ProjectBinder} and one
/// small binder a topic.
@NullMarked
package dev.jcompose.spec.bind;

import org.jspecify.annotations.NullMarked;
