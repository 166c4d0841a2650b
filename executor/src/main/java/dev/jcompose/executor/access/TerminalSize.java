package dev.jcompose.executor.access;

/// The size of a terminal in characters.
public record TerminalSize(int columns, int rows) {}
