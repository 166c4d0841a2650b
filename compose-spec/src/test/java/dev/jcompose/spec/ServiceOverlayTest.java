package dev.jcompose.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.DiagnosticPrinter;
import dev.jcompose.spec.diagnostic.InvalidProjectException;
import dev.jcompose.spec.diagnostic.Sources;
import dev.jcompose.spec.source.LoadRequest;
import dev.jcompose.spec.source.ServiceOverlay;
import dev.jcompose.spec.source.ServiceOverlay.Part;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What flags say of a service, over what the files say.
final class ServiceOverlayTest {
  private final Sources sources = new Sources();
  @TempDir Path folder;

  @BeforeEach
  void aProject() throws IOException {
    Files.writeString(
        folder.resolve("compose.yaml"),
        """
        name: demo
        services:
          web:
            image: a
            command: [serve]
            entrypoint: [sh, -c]
            environment: [A=file, KEPT=1]
            ports: ["80:80"]
            volumes: ["data:/data"]
            cap_drop: [KILL, CHOWN]
        volumes:
          data:
        """);
  }

  private LoadRequest request(Part... parts) {
    return new LoadRequest(
            new LoadRequest.Choice(
                List.of(),
                Optional.empty(),
                Optional.of(folder.resolve(".")),
                List.of(),
                List.of()),
            new LoadRequest.Surroundings(
                Ordered.map(Map.of("HERE", "here")), folder, InputStream::nullInputStream),
            LoadSwitches.ALL_ON)
        .with(new ServiceOverlay("web", Path.of("/elsewhere"), List.of(parts)));
  }

  private String yaml(Part... parts) throws InvalidProjectException {
    return ProjectWriter.yaml(new ProjectLoader().load(request(parts), sources).project());
  }

  private String problems(Part... parts) {
    var invalid =
        catchThrowableOfType(
            InvalidProjectException.class, () -> new ProjectLoader().load(request(parts), sources));
    return new DiagnosticPrinter(sources).print(invalid.diagnostics());
  }

  @Test
  void valuesAndWordsStandInPlaceOfThoseOfTheFiles() throws InvalidProjectException {
    assertThat(
            yaml(
                new Part.Value("entrypoint", "--entrypoint", "echo 'a b'"),
                new Part.Command("COMMAND", List.of("$HOME", "x y")),
                new Part.Value("user", "--user", "1:2"),
                new Part.Instead("ports", "--publish", List.of("81:80/udp"))))
        .contains(
            """
                command:
                  - $$HOME
                  - x y
                entrypoint:
                  - echo
                  - a b
            """,
            "user: \"1:2\"",
            """
                ports:
                  - mode: ingress
                    target: 80
                    published: "81"
                    protocol: udp
            """);
  }

  @Test
  void anEmptyListTakesAwayWhatTheFilesSay() throws InvalidProjectException {
    assertThat(yaml(new Part.Instead("ports", "--publish", List.of()))).doesNotContain("ports");
    assertThat(yaml(new Part.Command("COMMAND", List.of()))).contains("command: []");
  }

  @Test
  void variablesWinOverTheirFilesAndBothOverTheService() throws Exception {
    Path file = Files.writeString(folder.resolve("variables"), "A=low\nB=${A}-${C}\nC=3\n");

    assertThat(
            yaml(
                new Part.Variables("--env", List.of("A=flag", "HERE", "NOWHERE", "E=")),
                new Part.VariableFiles("--env-from-file", List.of(file.toString()))))
        .contains(
            """
                environment:
                  A: flag
                  B: flag-
                  C: "3"
                  E: ""
                  HERE: here
                  KEPT: "1"
            """);
  }

  @Test
  void pathsStartWhereTheUserStands() throws InvalidProjectException {
    assertThat(yaml(new Part.Items("volumes", "--volume", List.of("./src:/src:ro"))))
        .contains("source: /elsewhere/src", "target: /src", "target: /data");
  }

  @Test
  void aVolumeThatTheFilesDoNotDeclareHasTheNameItIsGiven() throws InvalidProjectException {
    assertThat(yaml(new Part.Items("volumes", "--volume", List.of("cache:/cache"))))
        .contains(
            """
            volumes:
              cache:
                name: cache
              data:
                name: demo_data
            """);
  }

  @Test
  void whatIsAddedIsNotDroppedAnyMore() throws InvalidProjectException {
    assertThat(
            yaml(
                new Part.Capabilities(
                    "--cap-add", List.of("KILL"), "--cap-drop", List.of("NET_RAW"))))
        .contains(
            """
                cap_add:
                  - KILL
                cap_drop:
                  - CHOWN
                  - NET_RAW
            """);
  }

  @Test
  void aMistakeIsFoundInTheFlag() {
    assertThat(
            problems(
                new Part.VariableFiles("--env-from-file", List.of("nosuch")),
                new Part.Instead("ports", "--publish", List.of("80", "99999"))))
        .contains(
            "--env-from-file:1:1: env file \"nosuch\" cannot be read\n",
            """
            error: --publish:2:1: services.web.ports[1]: container port 99999 is out of range
              2 | 99999
                | ^^^^^
            """);
  }

  @Test
  void aServiceThatIsNotThereIsNotMade() throws InvalidProjectException {
    var overlay =
        new ServiceOverlay("wob", folder, List.of(new Part.Value("user", "--user", "root")));

    var project = new ProjectLoader().load(request().with(overlay), sources).project();

    assertThat(project.services()).hasSize(1);
    assertThat(ProjectWriter.yaml(project)).doesNotContain("root");
  }
}
