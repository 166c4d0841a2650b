/// Files that are elsewhere: how a {@link RemoteReference} names one, and {@link RemoteResources},
/// which brings it here.
@NullMarked
package dev.jcompose.spec.remote;

import org.jspecify.annotations.NullMarked;
