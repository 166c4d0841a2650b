package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.fuzz.DocumentMaker;
import dev.jcompose.spec.fuzz.Effort;
import dev.jcompose.spec.fuzz.NodeText;
import dev.jcompose.spec.fuzz.Shrinker;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.ProjectWriter;
import dev.jcompose.spec.yaml.Node.Mapping;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What `config` prints of any document gives the same when it is loaded: in YAML and in JSON, and
/// for all attributes in all their forms. `-Dproperty.seeds=N` tries more documents.
final class RoundTripTest {
  private static final int SEEDS = Integer.getInteger("property.seeds", 1_000);

  /// What docker compose prints in JSON in a way that it cannot read itself: services have models,
  /// but there are none at the top, and devices have keys with capital letters.
  private static final Set<String> NOT_IN_JSON =
      Set.of(
          "models",
          "services.*.models",
          "services.*.blkio_config.weight_device",
          "services.*.blkio_config.device_read_bps",
          "services.*.blkio_config.device_read_iops",
          "services.*.blkio_config.device_write_bps",
          "services.*.blkio_config.device_write_iops");

  @TempDir Path folder;

  @BeforeEach
  void filesThatDocumentsName() throws IOException {
    write("included.yaml", "services: {included: {image: more}}\n");
    write(
        "extended.yaml",
        "services: {web: &base {image: a, labels: {from: base}}, db: *base, a.b_c-d: *base, \"0\": *base}\n");
    write("some.env", "SOME=1\nQUOTED='a $b'\n");
    write("other.env", "OTHER=2\n");
    write("key.txt", "secret");
    write("spec.json", "{}");
  }

  @Test
  void yamlGivesItself() {
    seeds().forEach(seed -> check(made(seed, Set.of()), ProjectWriter::yaml));
  }

  @Test
  void jsonGivesItself() {
    seeds().forEach(seed -> check(made(seed, NOT_IN_JSON), ProjectWriter::json));
  }

  @Test
  void allAttributesAreTried() {
    Set<String> missing = new TreeSet<>(SchemaAttributes.known());
    List<Mapping> valid =
        seeds().mapToObj(seed -> made(seed, Set.of())).filter(this::loads).toList();
    valid.forEach(document -> missing.removeAll(SchemaAttributes.in(document)));
    assertThat(missing).isEmpty();
    assertThat(valid.size()).as("documents that are valid").isGreaterThan(SEEDS * 9 / 10);
  }

  private static LongStream seeds() {
    return LongStream.rangeClosed(1, SEEDS);
  }

  private static Mapping made(long seed, Set<String> without) {
    return new DocumentMaker(Effort.chance(seed), without).make();
  }

  private boolean loads(Mapping document) {
    try {
      load(NodeText.of(document));
      return true;
    } catch (InvalidProjectException _) {
      return false;
    }
  }

  private void check(Mapping document, Function<Project, String> print) {
    if (difference(document, print).isPresent()) {
      Mapping least =
          new Shrinker(smaller -> difference(smaller, print).isPresent()).shrink(document);
      throw new AssertionError(NodeText.of(least) + "\n" + difference(least, print).orElseThrow());
    }
  }

  /// What is printed first and then; nothing if the document is not valid or both are the same.
  private Optional<String> difference(Mapping document, Function<Project, String> print) {
    String first;
    try {
      first = print.apply(load(NodeText.of(document)));
    } catch (InvalidProjectException _) {
      return Optional.empty();
    }
    String second = again(first, print);
    return first.equals(second) ? Optional.empty() : Optional.of(first + "\n----\n" + second);
  }

  private String again(String text, Function<Project, String> print) {
    Sources sources = new Sources();
    try {
      return print.apply(load(text, sources));
    } catch (InvalidProjectException e) {
      return new DiagnosticPrinter(sources).print(e.diagnostics());
    }
  }

  private Project load(String text) throws InvalidProjectException {
    return load(text, new Sources());
  }

  private Project load(String text, Sources sources) throws InvalidProjectException {
    write("compose.yaml", text);
    LoadRequest request =
        new LoadRequest(
            new LoadRequest.Choice(
                List.of(), Optional.empty(), Optional.of(folder), List.of(), List.of("*")),
            new LoadRequest.Surroundings(
                Ordered.map(Map.of("HOME", "/home/someone", "A", "from outside")),
                folder,
                InputStream::nullInputStream),
            LoadSwitches.ALL_ON);
    return UsedResources.only(new ProjectLoader().load(request, sources).project());
  }

  private void write(String name, String text) {
    try {
      Files.writeString(folder.resolve(name), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
