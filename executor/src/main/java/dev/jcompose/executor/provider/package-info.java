/// Services that another program looks after.
///
/// {@link dev.jcompose.executor.provider.Providers} tells the programs what to do and understands
/// what they say; {@link dev.jcompose.executor.provider.ProviderPrograms} finds and runs them.
@NullMarked
package dev.jcompose.executor.provider;

import org.jspecify.annotations.NullMarked;
