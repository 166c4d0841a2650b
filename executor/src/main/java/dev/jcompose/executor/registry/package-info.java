/// What registries hold besides images: a {@link dev.jcompose.executor.registry.Repository} takes
/// and gives blobs and manifests, each a stretch of bytes with its digest.
@NullMarked
package dev.jcompose.executor.registry;

import org.jspecify.annotations.NullMarked;
