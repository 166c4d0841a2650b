package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import dev.jcompose.planner.Operation.CreateContainer;
import dev.jcompose.planner.Operation.UploadFiles;
import java.util.List;
import org.junit.jupiter.api.Test;

/// What is different when the engine does not see the files of this machine.
class RemoteEngineTest {
  private static final Project PROJECT =
      Yaml.project(
          """
          services:
            web:
              image: i
              configs: [small, large, missing]
              secrets: [key]
              volumes: [./data:/data, /etc/hosts:/etc/hosts:ro, named:/named]
            other: {image: i, volumes: [./data:/data]}
          volumes: {named: {}}
          configs:
            small: {file: ./small}
            large: {file: ./large}
            missing: {file: ./missing}
          secrets:
            key: {file: ./key}
          """);

  private static final String NOTICE =
      "The engine is on another machine, and looks there for what is mounted: /etc/hosts,"
          + " /shop/data, /shop/large, /shop/missing.";

  private final World world =
      World.with("i")
          .hostFile("/shop/small", "s")
          .hostFile("/shop/key", "k")
          .hostFile("/shop/large", "x".repeat((1 << 20) + 1));

  @Test
  void smallFilesAreSentAndAllOthersMountedAndTold() {
    var plan = plan(EngineSite.ELSEWHERE);
    assertThat(uploads(plan)).containsExactly("/small", "/run/secrets/key");
    assertThat(binds(plan))
        .containsExactly("/shop/data", "/shop/data", "/etc/hosts", "/shop/large", "/shop/missing");
    assertThat(plan.notices()).extracting(Notice::describe).containsExactly(NOTICE);
  }

  @Test
  void onThisMachineFilesAreMounted() {
    var plan = plan(EngineSite.HERE);
    assertThat(uploads(plan)).isEmpty();
    assertThat(binds(plan)).contains("/shop/small", "/shop/key");
    assertThat(plan.notices()).isEmpty();
  }

  @Test
  void whatIsUpNeedsNothingAndIsNotToldOf() {
    var plan = plan(EngineSite.ELSEWHERE);
    var again = new Planner(Yaml.HASHER).plan(PROJECT, elsewhere(world.execute(plan)), UP);
    assertThat(again.steps()).isEmpty();
    assertThat(again.notices()).isEmpty();
  }

  @Test
  void changedContentOfASentFileRecreates() {
    world.execute(plan(EngineSite.ELSEWHERE)).hostFile("/shop/small", "other");
    var again = plan(EngineSite.ELSEWHERE);
    assertThat(again.toString()).contains("content changed: config small");
    assertThat(uploads(again)).contains("/small");
  }

  private static final PlanOptions UP = PlanOptions.Up.DEFAULTS;

  private Plan plan(EngineSite site) {
    return new Planner(Yaml.HASHER).plan(PROJECT, world.state().withSite(site), UP);
  }

  private static ObservedState elsewhere(World world) {
    return world.state().withSite(EngineSite.ELSEWHERE);
  }

  private static List<String> uploads(Plan plan) {
    return plan.steps().stream()
        .map(Step::operation)
        .filter(UploadFiles.class::isInstance)
        .flatMap(upload -> ((UploadFiles) upload).files().stream())
        .map(FileUpload::target)
        .toList();
  }

  private static List<String> binds(Plan plan) {
    return plan.steps().stream()
        .map(Step::operation)
        .filter(CreateContainer.class::isInstance)
        .flatMap(create -> ((CreateContainer) create).container().mounts().stream())
        .filter(ContainerMount.Bind.class::isInstance)
        .map(mount -> ((ContainerMount.Bind) mount).source())
        .toList();
  }
}
