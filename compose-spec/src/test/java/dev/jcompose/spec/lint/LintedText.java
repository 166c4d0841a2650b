package dev.jcompose.spec.lint;

import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/// A project whose only file is this text; its variables hold passwords.
record LintedText(String text) {
  static LintedText of(String text) {
    return new LintedText(text);
  }

  /// What these rules find.
  List<Diagnostic> by(Predicate<String> rules) throws InvalidProjectException {
    var sources = new Sources();
    return new Linter(rules).lint(new ProjectLoader().load(request(), sources), sources).shown();
  }

  private LoadRequest request() {
    SequencedMap<String, String> variables = new TreeMap<>();
    for (String name : List.of("DB_WORD", "CACHE_WORD", "NPM_TOKEN")) {
      variables.put(name, "hunter2");
    }
    return new LoadRequest(
        new LoadRequest.Choice(
            List.of("-"),
            Optional.of("linted"),
            Optional.of(Path.of("/linted")),
            List.of(),
            List.of()),
        new LoadRequest.Surroundings(
            variables,
            Path.of("/linted"),
            () -> new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8))),
        new LoadSwitches(true, true, true, true, false, false));
  }
}
