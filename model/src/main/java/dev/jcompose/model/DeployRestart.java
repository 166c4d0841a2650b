package dev.jcompose.model;

import java.time.Duration;
import java.util.Optional;

/// The restart policy of `deploy`, which wins over {@link RestartPolicy}.
///
/// @param condition `none`, `on-failure` or `any`
public record DeployRestart(
    Optional<String> condition,
    Optional<Duration> delay,
    Optional<Long> maxAttempts,
    Optional<Duration> window,
    Extensions extensions) {}
