package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import dev.jcompose.planner.Operation.CreateContainer;
import dev.jcompose.planner.Operation.UploadFiles;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Services with `use_api_socket`.
class ApiSocketTest {
  private static Project project(String environment) {
    return Yaml.project(
        """
        services:
          web:
            image: busybox
            command: sleep 600
            network_mode: none
            init: true
            use_api_socket: true
            environment: %s
        """
            .formatted(environment));
  }

  private static ContainerSpec spec(Plan plan) {
    return plan.steps().stream()
        .map(Step::operation)
        .filter(CreateContainer.class::isInstance)
        .map(create -> ((CreateContainer) create).container())
        .findFirst()
        .orElseThrow();
  }

  @Test
  void haveTheSocketAndTheUsersCredentials() {
    var plan = World.with("busybox").plan(project("{}"));
    assertThat(spec(plan).mounts())
        .extracting(mount -> mount.at().target())
        .containsExactly("/var/run/docker.sock");
    assertThat(spec(plan).service().execution().environment())
        .containsEntry("DOCKER_CONFIG", Optional.of("/run/secrets/docker"));
    assertThat(plan.steps())
        .extracting(Step::operation)
        .filteredOn(UploadFiles.class::isInstance)
        .flatExtracting(operation -> ((UploadFiles) operation).files())
        .containsExactly(
            new FileUpload(
                "/run/secrets/docker/config.json",
                new FileUpload.Content.Credentials(),
                0,
                0,
                0444));
    assertThat(spec(plan).contents().isEmpty()).isTrue();
  }

  @Test
  void keepTheirOwnConfigurationOfTheClient() {
    var plan = World.with("busybox").plan(project("{DOCKER_CONFIG: /x}"));
    assertThat(spec(plan).service().execution().environment())
        .containsEntry("DOCKER_CONFIG", Optional.of("/x"));
  }

  /// The digests are those that docker compose 2.40.3 puts on its containers.
  @Test
  void haveTheDigestOfDockerCompose() {
    assertThat(spec(World.with("busybox").plan(project("{}"))).labels())
        .containsEntry(
            Labels.CONFIG_HASH, "33c80beccfb1b91b0a7aa7bef669f7217024dda1f9c25615c8c0f4a6259c9435");
    assertThat(spec(World.with("busybox").plan(project("{DOCKER_CONFIG: /x}"))).labels())
        .containsEntry(
            Labels.CONFIG_HASH, "a5832c4bf74922135f5c4706d7f4610e285374c86a31043a8c20937e8872e9bf");
  }

  @Test
  void areSettledWhenTheyAreUp() {
    Plans.assertSettled(World.running(project("{}"), "busybox"), project("{}"));
  }

  @Test
  void theSocketIsMeantOnTheEnginesMachine() {
    var state = World.with("busybox").state().withSite(EngineSite.ELSEWHERE);
    var plan = new Planner(Yaml.HASHER).plan(project("{}"), state, PlanOptions.Up.DEFAULTS);
    assertThat(plan.notices()).isEmpty();
  }
}
