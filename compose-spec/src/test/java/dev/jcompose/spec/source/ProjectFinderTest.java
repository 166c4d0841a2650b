package dev.jcompose.spec.source;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.step.LoadSwitches;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProjectFinderTest {
  @TempDir Path root;

  private final Problems problems = new Problems();
  private final SequencedMap<String, String> environment = new LinkedHashMap<>();

  private void file(String name, String text) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private FoundProject find(Path from, LoadRequest.Choice choice) {
    Sources sources = new Sources();
    LoadRequest request =
        new LoadRequest(
            choice,
            new LoadRequest.Surroundings(
                environment, from, () -> new ByteArrayInputStream("from stdin".getBytes(UTF_8))),
            LoadSwitches.ALL_ON);
    return new ProjectFinder(request, new FileReader(request.surroundings(), sources), problems)
        .find();
  }

  private FoundProject find() {
    return find(root, LoadRequest.Choice.NONE);
  }

  private static LoadRequest.Choice files(String... names) {
    return new LoadRequest.Choice(
        List.of(names), Optional.empty(), Optional.empty(), List.of(), List.of());
  }

  private static LoadRequest.Choice envFiles(Path... files) {
    return new LoadRequest.Choice(
        List.of(), Optional.empty(), Optional.empty(), List.of(files), List.of());
  }

  private static List<String> names(FoundProject found) {
    return found.files().stream().map(SourceFile::name).toList();
  }

  @Nested
  final class ComposeFiles {
    @Test
    void areFoundInAFolderAboveWithTheirOverride() throws IOException {
      file("compose.yaml", "");
      file("compose.override.yml", "");
      file("a/b/c", "");

      FoundProject found = find(root.resolve("a/b"), LoadRequest.Choice.NONE);

      assertThat(found.files())
          .extracting(file -> root.relativize(file.path().orElseThrow()).toString())
          .containsExactly("compose.yaml", "compose.override.yml");
      assertThat(found.directory()).isEqualTo(root);
    }

    @Test
    void ofSeveralNamesTheFirstIsTakenAndTheOthersAreMentioned() throws IOException {
      file("compose.yml", "");
      file("docker-compose.yml", "");

      assertThat(names(find())).containsExactly("compose.yml");
      assertThat(problems.sorted())
          .extracting(Diagnostic::code)
          .containsExactly("several-compose-files");
    }

    @Test
    void chosenOnesTurnTheSearchOff() throws IOException {
      file("compose.yaml", "");
      file("compose.override.yaml", "");
      file("sub/one.yaml", "");

      FoundProject found = find(root, files("-", "sub/one.yaml"));

      assertThat(names(found)).containsExactly("stdin", "sub/one.yaml");
      assertThat(found.files().getFirst().text()).isEqualTo("from stdin");
      assertThat(found.directory()).isEqualTo(root.resolve("sub"));
    }

    @Test
    void mayBeNamedInTheEnvironment() throws IOException {
      file("a.yaml", "");
      file("b.yaml", "");
      environment.put("COMPOSE_FILE", "b.yaml;a.yaml");
      environment.put("COMPOSE_PATH_SEPARATOR", ";");

      assertThat(names(find())).containsExactly("b.yaml", "a.yaml");
    }

    @Test
    void mayBeNamedInDotEnv() throws IOException {
      file("sub/a.yaml", "");
      file(".env", "COMPOSE_FILE=sub/a.yaml\nCOMPOSE_PROFILES=x, y\n");

      FoundProject found = find();

      assertThat(names(found)).containsExactly("sub/a.yaml");
      assertThat(found.profiles()).containsExactly("x", "y");
    }

    @Test
    void thatAreMissingAreAllReported() {
      find(root, files("a.yaml", "b.yaml", "oci://c"));

      assertThat(problems.sorted())
          .extracting(Diagnostic::message)
          .containsExactlyInAnyOrder(
              "no such file: a.yaml",
              "no such file: b.yaml",
              "oci://c: files from elsewhere are not fetched here");
    }

    @Test
    void thatAreNotFoundAreSaidToBeLookedFor() {
      find();

      assertThat(problems.sorted())
          .singleElement()
          .satisfies(found -> {
            assertThat(found.message()).isEqualTo("no Compose file found");
            assertThat(found.hint().orElseThrow())
                .contains("compose.yaml", root.toString(), "folders above");
          });
    }
  }

  @Nested
  final class Variables {
    @Test
    void ofTheProcessWinOverDotEnv() throws IOException {
      file("compose.yaml", "");
      file(".env", "A=file\nB=file\n");
      environment.put("A", "process");

      assertThat(find().environment()).containsEntry("A", "process").containsEntry("B", "file");
    }

    @Test
    void comeFromDotEnvBesideTheFilesAndWhereTheSearchStarts() throws IOException {
      file("compose.yaml", "");
      file(".env", "A=project\nB=project\n");
      file("sub/.env", "A=start\n");

      assertThat(find(root.resolve("sub"), LoadRequest.Choice.NONE).environment())
          .containsEntry("A", "start")
          .containsEntry("B", "project");
    }

    @Test
    void ofLaterFilesWinAndNamedFilesReplaceDotEnv() throws IOException {
      file("compose.yaml", "");
      file(".env", "C=usual\n");
      file("one", "A=1\nB=1\n");
      file("two", "B=2$A\n");

      assertThat(find(root, envFiles(Path.of("one"), Path.of("two"))).environment())
          .containsAllEntriesOf(Map.of("A", "1", "B", "21"))
          .doesNotContainKey("C");
    }

    @Test
    void ofDotEnvCanBeTurnedOff() throws IOException {
      file("compose.yaml", "");
      file(".env", "A=1\n");
      environment.put("COMPOSE_DISABLE_ENV_FILE", "true");

      assertThat(find().environment()).doesNotContainKey("A");
    }

    @Test
    void ofAMissingNamedFileAreAnError() throws IOException {
      file("compose.yaml", "");

      find(root, envFiles(Path.of("gone")));

      assertThat(problems.sorted())
          .extracting(Diagnostic::message)
          .containsExactly("no such file: gone");
    }
  }
}
