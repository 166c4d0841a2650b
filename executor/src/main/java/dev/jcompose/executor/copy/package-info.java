/// Copying files between this machine and containers, as `docker cp` does: {@link Copying} knows
/// what goes where, {@link Packing} and {@link Unpacking} read and write files here.
@NullMarked
package dev.jcompose.executor.copy;

import org.jspecify.annotations.NullMarked;
