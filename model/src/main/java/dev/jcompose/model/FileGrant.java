package dev.jcompose.model;

import java.util.Optional;

/// A config or secret made visible in a container.
///
/// @param source the key among the project's configs or secrets
/// @param target an absolute path, or for a secret a name below `/run/secrets`; left out: `/SOURCE`
///   for a config, `/run/secrets/SOURCE` for a secret
/// @param mode permission bits; left out: 0444
public record FileGrant(
    String source,
    Optional<String> target,
    Optional<String> uid,
    Optional<String> gid,
    Optional<Integer> mode,
    Extensions extensions) {}
