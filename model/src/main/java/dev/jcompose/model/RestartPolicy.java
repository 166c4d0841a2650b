package dev.jcompose.model;

import java.util.Arrays;
import java.util.Optional;

/// What the engine does when the container ends by itself.
///
/// @param maxRetries how often at most, for {@link Condition#ON_FAILURE}
public record RestartPolicy(Condition condition, Optional<Integer> maxRetries) {
  /// When it is started again.
  public enum Condition {
    /// Never.
    NO("no"),
    /// Whatever its exit code.
    ALWAYS("always"),
    /// After an exit code other than 0.
    ON_FAILURE("on-failure"),
    /// Always, but not after it was stopped by hand.
    UNLESS_STOPPED("unless-stopped");

    private final String word;

    Condition(String word) {
      this.word = word;
    }

    /// The word in the Compose file and in the engine's API.
    public String word() {
      return word;
    }

    /// The condition with that word.
    public static Optional<Condition> of(String word) {
      return Arrays.stream(values()).filter(c -> c.word.equals(word)).findFirst();
    }
  }
}
