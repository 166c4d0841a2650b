package dev.jcompose.spec.fuzz;

import java.time.Duration;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import java.util.stream.LongStream;

/// How hard the tests look: `-Dfuzz.rounds=N` multiplies what is tried, and `-Dfuzz.seed=N` tries
/// something else.
public final class Effort {
  /// What one document may take to load, on a slow and busy machine.
  public static final Duration LIMIT = Duration.ofSeconds(20);

  private static final long ROUNDS = Long.getLong("fuzz.rounds", 1);
  private static final long SEED = Long.getLong("fuzz.seed", 1);

  private Effort() {}

  /// As many seeds as are tried if it is `usual` without the property.
  public static LongStream seeds(int usual) {
    return LongStream.range(0, usual * ROUNDS).map(n -> SEED * 1_000_000_007L + n);
  }

  /// Chance that is the same for the same seed.
  public static RandomGenerator chance(long seed) {
    return RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
  }
}
