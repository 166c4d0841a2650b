/// One document laid over another.
///
/// {@link dev.jcompose.spec.merge.Merger} merges, by the table {@link
/// dev.jcompose.spec.merge.MergeRule} fills; {@link dev.jcompose.spec.merge.UniqueItems} drops list
/// items that a later one supersedes; {@link dev.jcompose.spec.merge.TagRemover} ends the life of
/// `!reset` and `!override`.
@NullMarked
package dev.jcompose.spec.merge;

import org.jspecify.annotations.NullMarked;
