package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What is known of the content of configs and secrets, and what follows when it changes.
class FileContentsTest {
  private static Project project(String motd) {
    return Yaml.project(
        """
        services:
          web: {image: i, configs: [motd, conf], secrets: [key, cert]}
        configs:
          motd: {content: %s}
          conf: {file: ./conf}
        secrets:
          key: {environment: DB_PASSWORD}
          cert: {file: ./cert}
        """
            .formatted(motd));
  }

  private static World world() {
    return World.with("i").hostFile("/shop/conf", "a").hostFile("/shop/cert", "a");
  }

  private static String firstLine(Plan plan) {
    return plan.toString().lines().findFirst().orElse("");
  }

  @Test
  void unchangedContentNeedsNothing() {
    Plans.assertSettled(world().up(project("hello")), project("hello"));
  }

  @Test
  void anotherTextRecreates() {
    var world = world().up(project("hello"));
    var plan = world.plan(project("bye"));
    assertThat(firstLine(plan)).endsWith("create container, content changed: config motd");
    Plans.assertSettled(world.execute(plan), project("bye"));
  }

  @Test
  void anotherContentOfAFileRecreates() {
    var world = world().up(project("hello")).hostFile("/shop/conf", "b");
    assertThat(firstLine(world.plan(project("hello")))).endsWith("content changed: config conf");
  }

  @Test
  void aSecretIsNotToldFromTheOthers() {
    var world = world().up(project("hello")).hostFile("/shop/cert", "b");
    assertThat(firstLine(world.plan(project("hello"))))
        .endsWith("content changed: one of the secrets cert, key");
  }

  @Test
  void aFileThatCannotBeReadSaysNothing() {
    var world = world().up(project("hello")).withoutHostFile("/shop/cert");
    Plans.assertSettled(world, project("hello"));
  }

  @Test
  void aContainerOfDockerComposeIsNotRecreatedForItsContent() {
    var world = world().up(project("hello"));
    world.change(
        "shop-web-1",
        container -> {
          var labels = new LinkedHashMap<>(container.labels());
          labels.remove(Labels.FILES);
          return World.labelled(container, labels);
        });
    Plans.assertSettled(world, project("bye"));
  }

  @Test
  void theLabelDependsOnTheSaltAndHidesTheContent() {
    var contents =
        new FileContents(
            Ordered.map(Map.of("motd", ContentDigest.of("hello"))),
            Ordered.map(Map.of("key", ContentDigest.of("1234"))),
            true);
    var salt = new byte[FileContents.SALT_BYTES];
    var label = contents.label(salt);
    assertThat(contents.changed(label)).isEmpty();
    salt[0] = 1;
    assertThat(contents.label(salt)).isNotEqualTo(label).doesNotContain("1234");
    assertThat(contents.changed(contents.label(salt))).isEmpty();
    assertThat(contents.toString()).doesNotContain(ContentDigest.of("1234").reveal());
  }
}
