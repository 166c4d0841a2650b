/// Builds by BuildKit, through docker's plugin `buildx`.
///
/// {@link dev.jcompose.executor.bake.BakeFile} says in its words what is to be built, {@link
/// dev.jcompose.executor.bake.Buildx} runs it, and {@link dev.jcompose.executor.bake.BakeProgress}
/// reads what it says meanwhile.
@NullMarked
package dev.jcompose.executor.bake;

import org.jspecify.annotations.NullMarked;
