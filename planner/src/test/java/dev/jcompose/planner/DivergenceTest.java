package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ContainerStatus.State;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// When a container differs from what is wanted, and what is said about it.
class DivergenceTest {
  @Test
  void anUnchangedProjectNeedsNothing() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    Plans.assertSettled(World.running(project, "i"), project);
  }

  @Test
  void aChangedDefinitionRecreates() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    var world = World.running(before, "i");
    var plan = world.plan(after);
    Plans.assertPlan(
        plan,
        """
        [] -> #1 000000000003_shop-web-1, create container, configuration changed
        [1] -> #2 shop-web-1, stop, configuration changed
        [2] -> #3 shop-web-1, remove container, configuration changed
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, configuration changed
        [4] -> #5 shop-web-1, start, configuration changed
        """);
    Plans.assertSettled(world.execute(plan), after);
  }

  @Test
  void theCauseNamesTheFieldsOfAnInspectedContainer() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}, labels: {tier: x}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b, API_TOKEN: new}, labels: {tier: y}, restart: always}
            """);
    var world = World.running(before, "i");
    world.change("shop-web-1", c -> Plans.inspected(c, "MODE=a", "API_TOKEN=old"));
    Plans.assertPlan(
        world.plan(after),
        """
        [] -> #1 000000000003_shop-web-1, create container, configuration changed: labels.tier x -> y, environment.API_TOKEN (hidden) -> (hidden), environment.MODE a -> b, restart no -> always
        [1] -> #2 shop-web-1, stop, configuration changed: labels.tier x -> y, environment.API_TOKEN (hidden) -> (hidden), environment.MODE a -> b, restart no -> always
        [2] -> #3 shop-web-1, remove container, configuration changed: labels.tier x -> y, environment.API_TOKEN (hidden) -> (hidden), environment.MODE a -> b, restart no -> always
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, configuration changed: labels.tier x -> y, environment.API_TOKEN (hidden) -> (hidden), environment.MODE a -> b, restart no -> always
        [4] -> #5 shop-web-1, start, configuration changed: labels.tier x -> y, environment.API_TOKEN (hidden) -> (hidden), environment.MODE a -> b, restart no -> always
        """);
  }

  @ParameterizedTest
  @CsvSource({
    "environment: {DATABASE_URL: postgres://shop:new@db/shop}, environment.DATABASE_URL",
    "environment: {SIGNING_KEY: new}, environment.SIGNING_KEY",
    "environment: {DB_PWD: new}, environment.DB_PWD",
    "'command: [redis-server, --requirepass, new]', command",
    "labels: {traefik.basicauth.users: new}, labels.traefik.basicauth.users",
  })
  void whatMayBeConfidentialIsNotInTheCause(String attribute, String field) {
    var before = Yaml.project("services: {web: {image: i}}");
    var after = Yaml.project("services: {web: {image: i, %s}}".formatted(attribute));
    var world = World.running(before, "i");
    world.change("shop-web-1", Plans::inspected);
    assertThat(world.plan(after).toString())
        .contains("configuration changed: " + field)
        .contains("-> (hidden)")
        .doesNotContain("new");
  }

  @Test
  void namesThatOnlySoundConfidentialAreShown() {
    var before = Yaml.project("services: {web: {image: i, labels: {authors: me, monkeys: '1'}}}");
    var after = Yaml.project("services: {web: {image: i, labels: {authors: us, monkeys: '2'}}}");
    assertThat(World.running(before, "i").plan(after).toString())
        .contains("labels.authors me -> us, labels.monkeys 1 -> 2");
  }

  @Test
  void anotherImageOfTheSameNameRecreates() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var world = World.running(project, "i").image("i");
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 000000000003_shop-web-1, create container, image changed: 000000000001 -> 000000000004
        [1] -> #2 shop-web-1, stop, image changed: 000000000001 -> 000000000004
        [2] -> #3 shop-web-1, remove container, image changed: 000000000001 -> 000000000004
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, image changed: 000000000001 -> 000000000004
        [4] -> #5 shop-web-1, start, image changed: 000000000001 -> 000000000004
        """);
  }

  @Test
  void theImageLabelIsAsGoodAsTheId() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var world = World.running(project, "i").image("i");
    var id = world.state().images().get("i");
    world.relabel("shop-web-1", Labels.IMAGE, Objects.requireNonNull(id).id().value());
    Plans.assertSettled(world, project);
  }

  @Test
  void aDigestOfAnotherVersionSaysNothing() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    var world = World.running(before, "i").relabel("shop-web-1", Labels.VERSION, "5.1.0");
    assertThat(world.plan(after)).hasToString("");
    world.change("shop-web-1", c -> Plans.inspected(c, "MODE=a"));
    Plans.assertPlan(
        world.plan(after),
        """
        [] -> #1 000000000003_shop-web-1, create container, configuration changed: environment.MODE a -> b
        [1] -> #2 shop-web-1, stop, configuration changed: environment.MODE a -> b
        [2] -> #3 shop-web-1, remove container, configuration changed: environment.MODE a -> b
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, configuration changed: environment.MODE a -> b
        [4] -> #5 shop-web-1, start, configuration changed: environment.MODE a -> b
        """);
  }

  @Test
  void aMissingNetworkRecreates() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var world = World.running(project, "i");
    world.execute(
        Plans.of(
            new Operation.DisconnectNetwork(
                new ContainerRef.Existing(world.named("shop-web-1").id(), "shop-web-1"),
                "shop_default")));
    Plans.assertPlan(
        world.plan(project),
        """
        [] -> #1 000000000003_shop-web-1, create container, network changed: shop_default
        [1] -> #2 shop-web-1, stop, network changed: shop_default
        [2] -> #3 shop-web-1, remove container, network changed: shop_default
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, network changed: shop_default
        [4] -> #5 shop-web-1, start, network changed: shop_default
        """);
  }

  @Test
  void recreateCanBeForced() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    Plans.assertPlan(
        World.running(project, "i").plan(project, Plans.up(PlanOptions.Recreate.ALWAYS)),
        """
        [] -> #1 000000000003_shop-web-1, create container, recreate forced
        [1] -> #2 shop-web-1, stop, recreate forced
        [2] -> #3 shop-web-1, remove container, recreate forced
        [3] -> #4 000000000003_shop-web-1, rename to shop-web-1, recreate forced
        [4] -> #5 shop-web-1, start, recreate forced
        """);
  }

  @Test
  void recreateCanBeForbidden() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: a}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, environment: {MODE: b}}
            """);
    assertThat(World.running(before, "i").plan(after, Plans.up(PlanOptions.Recreate.NEVER)))
        .hasToString("");
  }

  @Test
  void whoSharesANamespaceIsRecreatedWithItsOwner() {
    var project =
        Yaml.project(
            """
            services:
              vpn: {image: i}
              web: {image: i, network_mode: "service:vpn"}
            """);
    var world = World.running(project, "i");
    world.relabel("shop-vpn-1", Labels.CONFIG_HASH, "old");
    var plan = world.plan(project);
    Plans.assertPlan(
        plan,
        """
        [] -> #1 000000000003_shop-vpn-1, create container, configuration changed
        [1] -> #2 shop-web-1, stop, vpn is recreated
        [2] -> #3 shop-vpn-1, stop, configuration changed
        [3] -> #4 shop-vpn-1, remove container, configuration changed
        [4] -> #5 000000000003_shop-vpn-1, rename to shop-vpn-1, configuration changed
        [5] -> #6 shop-vpn-1, start, configuration changed
        [1] -> #7 000000000004_shop-web-1, create container, vpn is recreated
        [6,7] -> #8 shop-web-1, remove container, vpn is recreated
        [8] -> #9 000000000004_shop-web-1, rename to shop-web-1, vpn is recreated
        [9] -> #10 shop-web-1, start, vpn is recreated
        """);
    Plans.assertSettled(world.execute(plan), project);
  }

  @Test
  void containersOfTheReferenceAreAdoptedThoughTheirDigestHoldsAnId() {
    var project =
        Yaml.project(
            """
            services:
              vpn: {image: i}
              web: {image: i, network_mode: "service:vpn"}
            """);
    var resolved =
        Yaml.project(
            """
            services:
              vpn: {image: i}
              web: {image: i, network_mode: "container:OWNER"}
            """);
    var world = World.running(project, "i");
    var owner = world.named("shop-vpn-1").id().value();
    var web = Objects.requireNonNull(resolved.services().get(new ServiceName("web")));
    world.relabel("shop-web-1", Labels.CONFIG_HASH, Plans.hash(web, "OWNER", owner));
    Plans.assertSettled(world, project);
  }

  @Test
  void aContainerThatWasNeverStartedNeedsRoomForItsFiles() {
    var text =
        """
        services:
          web: {image: i, read_only: %s, configs: [{source: c, target: /etc/c, uid: "7"}]}
        configs: {c: {content: hello}}
        """;
    var writable = Yaml.project(text.formatted(false));
    var world = World.running(writable, "i").state("shop-web-1", State.CREATED, 0);
    assertThat(world.plan(writable).toString()).doesNotContain("create container");
    world.change(
        "shop-web-1",
        c -> mounting(c, new ObservedMount("bind", Optional.empty(), "/c", "/etc/c", true)));
    assertThat(world.plan(writable).toString())
        .contains("create container, configuration changed: volumes./etc/c /c:ro -> (none)");
    Plans.assertSettled(world.up(writable), writable);

    var readOnly = Yaml.project(text.formatted(true));
    world = World.running(readOnly, "i").state("shop-web-1", State.CREATED, 0);
    assertThat(world.plan(readOnly).toString()).doesNotContain("create container");
    world.change("shop-web-1", DivergenceTest::mounting);
    assertThat(world.plan(readOnly).toString())
        .contains("create container, configuration changed: volumes./etc (none) -> (anonymous)");
    Plans.assertSettled(world.up(readOnly), readOnly);
  }

  private static ObservedContainer mounting(ObservedContainer c, ObservedMount... mounts) {
    return new ObservedContainer(
        c.id(),
        c.name(),
        c.image(),
        c.labels(),
        c.status(),
        c.endpoints(),
        List.of(mounts),
        c.ports(),
        c.command(),
        c.created(),
        c.details());
  }
}
