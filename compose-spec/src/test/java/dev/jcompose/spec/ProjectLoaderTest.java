package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectLoaderTest {
  private static final int LOADS = 16;

  @TempDir Path folder;

  private LoadRequest request(LoadSwitches switches, String... files) {
    return new LoadRequest(
        new LoadRequest.Choice(
            List.of(files), Optional.empty(), Optional.empty(), List.of(), List.of()),
        new LoadRequest.Surroundings(
            Ordered.map(Map.of("HOME", "/home/me")), folder, InputStream::nullInputStream),
        switches);
  }

  private void file(String name, String text) throws IOException {
    Files.writeString(folder.resolve(name), text);
  }

  private String yaml() throws InvalidProjectException {
    LoadRequest request = request(LoadSwitches.ALL_ON);
    return ProjectWriter.yaml(new ProjectLoader().load(request, new Sources()).project());
  }

  @Test
  void parallelLoadsGiveTheSameLetterForLetter() throws Exception {
    file(
        "compose.yaml",
        """
        name: demo
        include: [more.yaml]
        services:
          web:
            extends: base
            environment: {B: 2, A: "${HOME}"}
            ports: ["8080-8082:80-82"]
        """);
    file("more.yaml", "services:\n  base: {image: \"a:1\", labels: [x=1, y=2]}\n");
    List<Callable<String>> loads = new ArrayList<>();
    for (int i = 0; i < LOADS; i++) {
      loads.add(this::yaml);
    }

    List<String> results = new ArrayList<>();
    try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Future<String> result : executor.invokeAll(loads)) {
        results.add(result.get());
      }
    }

    assertThat(results).hasSize(LOADS).containsOnly(yaml());
  }

  @Test
  void whatWasWrittenIsReadAsTheSame() throws Exception {
    file("compose.yaml", "services:\n  web: {image: \"a:1\", command: echo $$x, init: true}\n");
    String written = yaml();
    file("compose.yaml", written);

    assertThat(yaml()).isEqualTo(written);
  }

  @Test
  void allProblemsComeAtOnceAndInOrder() throws Exception {
    file("a.yaml", "services:\n  b: {image: \"${X?}\"}\n");
    file("b.yaml", "services:\n  a: {scale: \"${N:-n}\"}\n");
    Sources sources = new Sources();

    assertThatThrownBy(() ->
            new ProjectLoader().load(request(LoadSwitches.ALL_ON, "b.yaml", "a.yaml"), sources))
        .isInstanceOfSatisfying(
            InvalidProjectException.class,
            e ->
                assertThat(e.diagnostics())
                    .extracting(found -> found.span().orElseThrow().toString())
                    .containsExactly("a.yaml:2:15", "b.yaml:2:3", "b.yaml:2:14"));
    assertThat(sources.all()).extracting(SourceFile::name).containsExactly("b.yaml", "a.yaml");
  }

  @Test
  void optionsOfOtherTypesOfMountsAreWarnedOf() throws Exception {
    file(
        "compose.yaml",
        """
        services:
          web:
            image: a
            volumes:
              - {type: tmpfs, target: /t, tmpfs: {}, bind: {propagation: shared}}
              - {type: volume, target: /v, bind: {selinux: z}}
        """);

    List<Diagnostic> warnings =
        new ProjectLoader().load(request(LoadSwitches.ALL_ON), new Sources()).warnings();

    assertThat(warnings)
        .extracting(Diagnostic::message)
        .containsExactly("`bind` means nothing for a mount of the type `tmpfs`");
    assertThat(warnings.getFirst().span().orElseThrow()).hasToString("compose.yaml:5:46");
  }

  @Test
  void anEmptyFileIsRefused() throws Exception {
    file("compose.yaml", "# nothing\n");

    assertThatThrownBy(this::yaml).hasMessage("nothing is in this file");
  }

  @Test
  void relativePathsMayStayAsTheyAre() throws Exception {
    file(
        "compose.yaml",
        "services:\n  web: {image: a, volumes: [{type: bind, source: ./d, target: /d}]}\n");
    LoadSwitches switches = new LoadSwitches(true, true, false, true, true, true);

    LoadedDocument read = new ProjectLoader().read(request(switches), new Sources());

    assertThat(read.document().toString()).contains("./d").doesNotContain(folder + "/d");
  }

  @Test
  void variablesMayStayAsTheyAre() throws Exception {
    file("compose.yaml", "services:\n  web: {image: \"${IMAGE}\", privileged: \"${P}\"}\n");
    LoadSwitches switches = new LoadSwitches(false, true, true, true, true, true);

    LoadedDocument read = new ProjectLoader().read(request(switches), new Sources());

    assertThat(read.document().toString()).contains("${IMAGE}", "${P}");
    assertThat(read.context().problems().sorted()).isEmpty();
  }
}
