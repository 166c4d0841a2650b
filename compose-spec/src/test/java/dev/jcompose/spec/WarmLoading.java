package dev.jcompose.spec;

import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.StringJoiner;

/// Loads files over and over and prints, a line a file, how many milliseconds each of the last
/// loads took. `tests/bench/loading` runs it.
public final class WarmLoading {
  private static final long WARM_UP = Duration.ofSeconds(6).toNanos();
  private static final int MEASURED = 15;

  private WarmLoading() {}

  /// Takes the paths of the files.
  public static void main(String[] paths) throws InvalidProjectException {
    for (String path : paths) {
      long begin = System.nanoTime();
      while (System.nanoTime() - begin < WARM_UP) {
        load(Path.of(path));
      }
      StringJoiner line = new StringJoiner(" ");
      for (int i = 0; i < MEASURED; i++) {
        line.add(String.format(Locale.ROOT, "%.3f", load(Path.of(path)) / 1e6));
      }
      System.out.println(line);
    }
  }

  private static long load(Path file) throws InvalidProjectException {
    LoadRequest request =
        new LoadRequest(
            new LoadRequest.Choice(
                List.of(file.toString()), Optional.empty(), Optional.empty(), List.of(), List.of()),
            new LoadRequest.Surroundings(
                new LinkedHashMap<>(),
                file.toAbsolutePath().resolveSibling(""),
                InputStream::nullInputStream),
            LoadSwitches.ALL_ON);
    long begin = System.nanoTime();
    new ProjectLoader().load(request, new Sources());
    return System.nanoTime() - begin;
  }
}
