/// Compose files in registries: {@link dev.jcompose.cli.artifact.PublishedFiles} are what is sent
/// of a project, {@link dev.jcompose.cli.artifact.Publication} sends it, {@link
/// dev.jcompose.cli.artifact.RemoteFiles} brings it back.
@NullMarked
package dev.jcompose.cli.artifact;

import org.jspecify.annotations.NullMarked;
