package dev.jcompose.spec.diagnostic;

import java.nio.file.Path;
import java.util.Optional;

/// A file and its text, nothing parsed yet.
///
/// @param name as shown to the user in messages, usually relative to where they stand
/// @param path where it is; empty for standard input and for text made by a program
public record SourceFile(String name, Optional<Path> path, String text) {}
