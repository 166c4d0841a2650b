package dev.jcompose.executor;

/// How a command in a container ended.
///
/// @param output what it printed on both streams
public record ExecResult(int exitCode, String output) {}
