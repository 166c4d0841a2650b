/// A project that is there for one command, as in a CI job.
///
/// {@link TestRun} is the front: it starts the project, runs a {@link ChildCommand} that knows its
/// {@link Addresses}, and removes all of it, while {@link JobLog} divides what is said into
/// sections.
@NullMarked
package dev.jcompose.cli.job;

import org.jspecify.annotations.NullMarked;
