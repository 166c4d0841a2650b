/// {@link dev.jcompose.executor.Engine} on a Docker Engine, through docker-java.
///
/// - {@link DockerEngine} is the front; {@link EngineAddress} says where the engine was looked for.
/// - `Call` and `Transport` are requests over docker-java's transport, for what its typed commands
///   lack or are slow at: observing, streams, and everything made from a definition. Plain acts
///   (start, kill, remove, …) are its typed commands, in `Acts`.
/// - `…Json` writes one topic of a request's body, `…Reader` reads one kind of reply.
/// - No other package knows docker-java, and nothing here is null once it leaves the package.
@NullMarked
package dev.jcompose.executor.docker;

import org.jspecify.annotations.NullMarked;
