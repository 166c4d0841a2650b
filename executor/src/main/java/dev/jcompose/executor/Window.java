package dev.jcompose.executor;

import java.time.Instant;
import java.util.Optional;

/// A span of time, open where an end is left out.
public record Window(Optional<Instant> since, Optional<Instant> until) {}
