/// What people do with an engine's containers beside making a project as declared: looking into
/// them, running commands in them, copying files.
@NullMarked
package dev.jcompose.executor.access;

import org.jspecify.annotations.NullMarked;
