/// {@link dev.jcompose.executor.Engine} on a Docker Engine.
///
/// - {@link DockerEngine} is the front; {@link EngineAddress} says where the engine was looked for.
/// - `Call` and `Transport` are requests of our own: observing, streams, everything made from a
///   definition, and what every run does. They go over `http`, which is in a package of its own.
///   Rarer acts (rename, disconnect, …) are docker-java's typed commands, in `Acts`, over the same
///   connections (`TypedHttp`).
/// - `…Json` writes one topic of a request's body, `…Reader` reads one kind of reply.
/// - No other package knows docker-java, and nothing here is null once it leaves the package.
@NullMarked
package dev.jcompose.executor.docker;

import org.jspecify.annotations.NullMarked;
