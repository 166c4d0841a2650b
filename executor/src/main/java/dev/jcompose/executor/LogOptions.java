package dev.jcompose.executor;

import java.time.Instant;
import java.util.Optional;

/// Which part of a log is read.
///
/// @param follow whether reading goes on while the container runs
/// @param tail how many lines of the past; left out: all
/// @param timestamps whether lines carry the time they were written
public record LogOptions(
    boolean follow,
    Optional<Integer> tail,
    Optional<Instant> since,
    Optional<Instant> until,
    boolean timestamps) {}
