/// Templates as docker's `--format` takes them: the part of Go's language for templates that people
/// use to pick fields out of lists.
@NullMarked
package dev.jcompose.cli.template;

import org.jspecify.annotations.NullMarked;
