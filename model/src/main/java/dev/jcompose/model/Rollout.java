package dev.jcompose.model;

import java.time.Duration;
import java.util.Optional;

/// How replicas are replaced by new ones, or put back.
///
/// @param parallelism how many at once
/// @param failureAction `continue`, `rollback` or `pause`
/// @param order `start-first` or `stop-first`
public record Rollout(
    Optional<Long> parallelism,
    Optional<Duration> delay,
    Optional<String> failureAction,
    Optional<Duration> monitor,
    Optional<Double> maxFailureRatio,
    Optional<String> order,
    Extensions extensions) {}
