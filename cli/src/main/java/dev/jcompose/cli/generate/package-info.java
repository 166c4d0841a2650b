/// A Compose file made from containers: {@link dev.jcompose.cli.generate.FoundContainers} are what
/// an engine tells of them, {@link dev.jcompose.cli.generate.GeneratedFile} is what they say.
@NullMarked
package dev.jcompose.cli.generate;

import org.jspecify.annotations.NullMarked;
