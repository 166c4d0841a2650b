package dev.jcompose.cli.host;

import java.io.InputStream;
import java.io.PrintStream;

/// The standard streams.
public record Streams(InputStream in, PrintStream out, PrintStream err) {}
