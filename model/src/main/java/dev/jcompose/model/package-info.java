/// What a Compose project is, as immutable records with nothing left to parse.
///
/// - {@link Project} is the whole; {@link Service} one definition in it, its attributes grouped by
///   topic: {@link Execution}, {@link Networking}, {@link Storage}, {@link Resources}, {@link
///   Privileges}, {@link Namespaces}, {@link Lifecycle}, {@link Description}, {@link Deploy}.
/// - {@link Network}, {@link Volume}, {@link Config} and {@link Secret} are what services share.
/// - A *key* is the word in the file, a *name* what the engine calls the thing.
/// - `Optional` means the user may leave it out; an empty list or map means none.
@NullMarked
package dev.jcompose.model;

import org.jspecify.annotations.NullMarked;
