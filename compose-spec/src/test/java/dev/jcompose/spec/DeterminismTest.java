package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.write.ProjectWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/// All golden cases, loaded by several threads at once and again afterwards, give the same letter
/// for letter: what is printed, and what is said.
final class DeterminismTest {
  private static final int THREADS = 8;

  @Test
  void everyLoadGivesTheSame() throws Exception {
    List<ConfigCase> cases = ConfigCase.all().toList();
    Callable<List<String>> round = () -> outcomes(cases);
    List<List<String>> found = new ArrayList<>();
    try (var threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<List<String>>> rounds = new ArrayList<>();
      for (int i = 0; i < THREADS; i++) {
        rounds.add(round);
      }
      for (Future<List<String>> outcome : threads.invokeAll(rounds)) {
        found.add(outcome.get());
      }
    }
    assertThat(found).hasSize(THREADS).containsOnly(outcomes(cases));
  }

  private static List<String> outcomes(List<ConfigCase> cases) throws Exception {
    List<String> outcomes = new ArrayList<>();
    for (ConfigCase example : cases) {
      outcomes.add(outcome(example));
    }
    return outcomes;
  }

  private static String outcome(ConfigCase example) throws Exception {
    Sources sources = new Sources();
    try {
      LoadedProject loaded = example.load("compose.yaml", sources, Trail.NONE);
      return ProjectWriter.yaml(loaded.project())
          + ProjectWriter.json(loaded.project())
          + said(loaded.read().context().problems().sorted(), sources);
    } catch (InvalidProjectException e) {
      return said(e.diagnostics(), sources);
    }
  }

  private static String said(List<Diagnostic> diagnostics, Sources sources) {
    return new DiagnosticPrinter(sources).print(diagnostics);
  }
}
