package dev.jcompose.spec.git;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.LoadedProject;
import dev.jcompose.spec.ProjectLoader;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/// Projects of which some file is in a git repository. The expected projects are what docker
/// compose 2.40.3 makes of the same files.
@EnabledIf("dev.jcompose.spec.git.GitServer#isPossible")
final class RemoteProjectTest {
  private static final String BASE =
      """
      services:
        base:
          image: base
          build: {context: ./site}
          env_file: vars.env
          environment: {WHO: "${WHO:-nobody}"}
          volumes: [./data:/data]
      """;

  @TempDir Path folder;

  private GitServer server;
  private String commit;

  @BeforeEach
  void serve() throws IOException, InterruptedException {
    server = new GitServer(Files.createDirectory(folder.resolve("srv")));
    server.file("shop/compose.yaml", BASE);
    server.file("shop/vars.env", "FROM=file");
    server.file("shop/.env", "WHO=repository");
    server.file("nested/compose.yaml", "include: [../shop/compose.yaml]\n");
    server.file("greedy/compose.yaml", "include: [" + folder.resolve("mine/own.yaml") + "]\n");
    commit = server.commit();
    file("own.yaml", "services: {own: {image: own}}\n");
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private void file(String name, String text) throws IOException {
    Path file = folder.resolve("mine").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text.replace("SERVER", server.address()));
  }

  private LoadedProject load(String... files) throws InvalidProjectException {
    return load(LoadSwitches.ALL_ON, files);
  }

  private LoadedProject load(LoadSwitches switches, String... files)
      throws InvalidProjectException {
    SequencedMap<String, String> environment = new LinkedHashMap<>(System.getenv());
    environment.put("XDG_CACHE_HOME", folder.resolve("cache").toString());
    environment.remove("WHO");
    LoadRequest request =
        new LoadRequest(
            new LoadRequest.Choice(
                List.of(files), Optional.empty(), Optional.empty(), List.of(), List.of()),
            new LoadRequest.Surroundings(
                Ordered.map(environment),
                folder.resolve("mine"),
                InputStream::nullInputStream,
                new GitRepositories(environment)),
            switches);
    return new ProjectLoader().load(request, new Sources());
  }

  private String yaml(String... files) throws InvalidProjectException {
    return portable(ProjectWriter.yaml(load(files).project()));
  }

  private String portable(String text) {
    return text.replace(folder.resolve("cache/docker-compose").resolve(commit).toString(), "REPO");
  }

  private static String project(String service, String image, String who) {
    return """
    name: mine
    services:
      %s:
        build:
          context: REPO/shop/site
          dockerfile: Dockerfile
        environment:
          FROM: file
          WHO: %s
        image: %s
        networks:
          default: null
        volumes:
          - type: bind
            source: REPO/shop/data
            target: /data
            bind:
              create_host_path: true
    networks:
      default:
        name: mine_default
    """
        .formatted(service, who, image);
  }

  @Test
  void aProjectsOwnFileMayBeElsewhere() throws Exception {
    assertThat(yaml(server.address() + "#main:shop")).isEqualTo(project("base", "base", "nobody"));
  }

  @Test
  void relativePathsOfAllFilesStartAtTheOneThatWasFetched() throws Exception {
    file("build.yaml", "services: {base: {build: ./site}}\n");

    LoadedProject loaded = load("build.yaml", server.address() + "#main:shop");

    Path shop = folder.resolve("cache/docker-compose").resolve(commit).resolve("shop");
    assertThat(loaded.project().files().workingDirectory()).isEqualTo(shop);
    assertThat(ProjectWriter.yaml(loaded.project())).contains("context: " + shop + "/site");
  }

  @Test
  void anIncludedProjectBringsItsOwnVariables() throws Exception {
    file("compose.yaml", "include: ['SERVER#main:shop']\n");

    assertThat(yaml()).isEqualTo(project("base", "base", "repository"));
  }

  @Test
  void includesGoOnWithinTheRepository() throws Exception {
    file("compose.yaml", "include: [{path: 'SERVER#main:nested', env_file: mine.env}]\n");
    file("mine.env", "WHO=me\n");

    assertThat(yaml()).isEqualTo(project("base", "base", "me"));
  }

  @Test
  void anIncludedProjectMayBeGivenAFolderHere() throws Exception {
    file(
        "compose.yaml",
        "include: [{path: 'SERVER#main:shop/compose.yaml', project_directory: here}]\n");
    file("here/vars.env", "FROM=here\n");

    assertThat(yaml())
        .contains("context: " + folder.resolve("mine/here/site"), "FROM: here", "WHO: nobody");
  }

  @Test
  void aServiceIsExtendedWithPathsInTheRepository() throws Exception {
    file(
        "compose.yaml",
        """
        services:
          web:
            image: web
            extends: {file: "SERVER#main:shop/compose.yaml", service: base}
        """);

    assertThat(yaml()).isEqualTo(project("web", "web", "nobody"));
  }

  @Test
  void anExtendedFileMayExtendOneElsewhere() throws Exception {
    file("compose.yaml", "services: {web: {extends: {file: sub/b.yaml, service: b}}}\n");
    file(
        "sub/b.yaml",
        "services: {b: {image: web, extends: {file: 'SERVER#main:shop', service: base}}}\n");

    assertThat(yaml()).isEqualTo(project("web", "web", "nobody"));
  }

  @Test
  void pathsElsewhereAreResolvedEvenIfOthersAreNot() throws Exception {
    file("compose.yaml", "include: ['SERVER#main:shop']\nservices: {a: {build: ./a}}\n");
    LoadSwitches switches = new LoadSwitches(true, true, false, true, true, true);

    String yaml = portable(ProjectWriter.yaml(load(switches).project()));

    assertThat(yaml).contains("context: REPO/shop/site", "context: \"./a\"");
  }

  @Test
  void aReferenceThatCannotBeFollowedIsReportedWhereItIsTyped() throws Exception {
    file("compose.yaml", "include:\n  - 'SERVER#nope'\n  - oci://localhost/x\n");

    assertThat(errors())
        .containsExactly(
            "compose.yaml:2:5: " + server.address() + " has no branch or tag `nope`",
            "compose.yaml:3:5: files in registries cannot be read yet, only those in git"
                + " repositories");
  }

  @Test
  void aFileElsewhereIncludesOnlyWhatCameWithIt() throws Exception {
    file("compose.yaml", "include: ['SERVER#main:greedy']\n");

    assertThat(errors())
        .singleElement()
        .asString()
        .contains("greedy/compose.yaml:1:11: ", "names only files that came with it");
  }

  private List<String> errors() {
    try {
      return List.of(yaml());
    } catch (InvalidProjectException e) {
      return e.diagnostics().stream()
          .map(found -> found.span().orElseThrow() + ": " + found.message())
          .toList();
    }
  }
}
