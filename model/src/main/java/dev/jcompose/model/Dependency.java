package dev.jcompose.model;

import java.util.Arrays;
import java.util.Optional;

/// What a service needs of another before it starts.
///
/// @param restart whether it is restarted after the other was updated
/// @param required whether it cannot do without; if not, a failure of the other only warns
public record Dependency(
    Condition condition, boolean restart, boolean required, Extensions extensions) {
  /// One without extensions.
  public Dependency(Condition condition, boolean restart, boolean required) {
    this(condition, restart, required, Extensions.NONE);
  }

  /// What the dependent waits for.
  public enum Condition {
    /// The containers run.
    STARTED("service_started"),
    /// Their health checks pass.
    HEALTHY("service_healthy"),
    /// They ended with exit code 0.
    COMPLETED_SUCCESSFULLY("service_completed_successfully");

    private final String word;

    Condition(String word) {
      this.word = word;
    }

    /// The word in the Compose file and in the label `com.docker.compose.depends_on`.
    public String word() {
      return word;
    }

    /// The condition with that word.
    public static Optional<Condition> of(String word) {
      return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
  }
}
