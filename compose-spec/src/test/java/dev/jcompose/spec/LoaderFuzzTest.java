package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Diagnostic.Severity;
import dev.jcompose.spec.diagnostic.DiagnosticCodesTest;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.fuzz.Effort;
import dev.jcompose.spec.fuzz.Examples;
import dev.jcompose.spec.fuzz.NodeMutator;
import dev.jcompose.spec.fuzz.NodeText;
import dev.jcompose.spec.fuzz.TextMutator;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.ProjectWriter;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Whatever stands in the files, loading gives a project or says in words why not, and what was
/// loaded can be printed.
final class LoaderFuzzTest {
  private static final int DOCUMENTS = 2_000;
  private static final List<String> TEXTS = Examples.texts();
  private static final List<Node.Mapping> TREES = Examples.documents();
  private static final Set<String> CODES = DiagnosticCodesTest.documented();

  @TempDir Path folder;
  private int loaded;
  private int refused;

  private interface Change {
    byte[] apply(RandomGenerator chance);
  }

  @BeforeEach
  void filesThatOthersMayName() throws Exception {
    Files.writeString(folder.resolve("base.yaml"), "services: {base: {image: x}}\n");
  }

  @Test
  void bytesMayBeAnything() throws Exception {
    check("compose.yaml", chance -> mutator(chance).bytes(pick(TEXTS, chance)));
  }

  @Test
  void wordsMayStandAnywhere() throws Exception {
    check(
        "compose.yaml",
        chance -> mutator(chance).words(pick(TEXTS, chance)).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void valuesMayStandAnywhere() throws Exception {
    check("compose.yaml", chance -> tree(chance).getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void aSecondFileMayBeAnything() throws Exception {
    check(
        "compose.override.yaml",
        chance -> {
          write("compose.yaml", pick(TEXTS, chance));
          return tree(chance).getBytes(StandardCharsets.UTF_8);
        });
  }

  @Test
  void envFilesMayBeAnything() throws Exception {
    Files.writeString(
        folder.resolve("compose.yaml"),
        "services: {a: {image: \"x:${A:-1}\", env_file: [e, {path: r, format: raw}], label_file: e}}");
    String example =
        """
        # comment
        A=1 # one
        export B="two ${A} \\n"
        C='$A'
        D: ${A:-${B?no}}
        E
        F="several
        lines"
        """;
    check(
        ".env",
        chance -> {
          byte[] bytes =
              chance.nextBoolean()
                  ? mutator(chance).bytes(example)
                  : mutator(chance).words(example).getBytes(StandardCharsets.UTF_8);
          write("e", chance.nextBoolean() ? example : new String(bytes, StandardCharsets.UTF_8));
          write("r", mutator(chance).words("A=1\nB=two words\n# no\n"));
          return bytes;
        });
  }

  private void check(String name, Change change) throws Exception {
    long[] seeds = Effort.seeds(DOCUMENTS).toArray();
    for (long seed : seeds) {
      Files.write(folder.resolve(name), change.apply(Effort.chance(seed)));
      try {
        assertTimeoutPreemptively(Effort.LIMIT, this::loadOrRefuse);
      } catch (Throwable e) {
        throw new AssertionError(
            "seed "
                + seed
                + ", "
                + name
                + ":\n"
                + new String(Files.readAllBytes(folder.resolve(name)), StandardCharsets.UTF_8),
            e);
      }
    }
    assertThat(loaded).as("loaded").isGreaterThan(DOCUMENTS / 50);
    assertThat(refused).as("refused").isGreaterThan(DOCUMENTS / 50);
  }

  private void loadOrRefuse() throws Exception {
    Sources sources = new Sources();
    try {
      LoadedProject project = new ProjectLoader().load(request(folder), sources);
      loaded++;
      show(project.read().context().problems().sorted(), sources);
      assertThat(ProjectWriter.yaml(project.project())).isNotEmpty();
      assertThat(ProjectWriter.json(project.project())).isNotEmpty();
    } catch (InvalidProjectException e) {
      refused++;
      assertThat(e.diagnostics()).extracting(Diagnostic::severity).contains(Severity.ERROR);
      show(e.diagnostics(), sources);
    }
  }

  private static void show(List<Diagnostic> diagnostics, Sources sources) {
    String printed = new DiagnosticPrinter(sources).print(diagnostics);
    for (Diagnostic diagnostic : diagnostics) {
      assertThat(CODES).contains(diagnostic.code());
      assertThat(printed).contains(diagnostic.message());
    }
  }

  private static LoadRequest request(Path folder) {
    var environment = new TreeMap<String, String>();
    environment.put("TAG", "1");
    return new LoadRequest(
        new LoadRequest.Choice(
            List.of(), Optional.empty(), Optional.of(folder), List.of(), List.of("*")),
        new LoadRequest.Surroundings(
            Ordered.map(environment), folder, InputStream::nullInputStream),
        LoadSwitches.ALL_ON);
  }

  private static TextMutator mutator(RandomGenerator chance) {
    return new TextMutator(chance, pick(TEXTS, chance));
  }

  private static String tree(RandomGenerator chance) {
    NodeMutator mutator =
        new NodeMutator(chance, List.of(pick(TREES, chance), pick(TREES, chance)));
    Node.Mapping document = pick(TREES, chance);
    for (int i = chance.nextInt(3); i >= 0; i--) {
      document = mutator.mutate(document);
    }
    return NodeText.of(document);
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static <T> T pick(List<T> choices, RandomGenerator chance) {
    return choices.get(chance.nextInt(choices.size()));
  }
}
