/// What the steps of loading share: a {@link LoadStep} takes a document and a {@link LoadContext}
/// and gives a document; what differs by attribute stands in a {@link PathTable}.
@NullMarked
package dev.jcompose.spec.step;

import org.jspecify.annotations.NullMarked;
