/// HTTP/1.1 as an engine speaks it, over whatever leads there.
///
/// - A {@link dev.jcompose.executor.docker.http.Line} carries bytes both ways: a socket, or a
///   program's input and output. A {@link dev.jcompose.executor.docker.http.Dialer} opens one.
/// - {@link dev.jcompose.executor.docker.http.HttpClient} sends requests over lines and keeps those
///   that can be used again.
///
/// An interrupt ends what waits, on any thread, and closes the line. Nothing here knows
/// docker-java.
@NullMarked
package dev.jcompose.executor.docker.http;

import org.jspecify.annotations.NullMarked;
