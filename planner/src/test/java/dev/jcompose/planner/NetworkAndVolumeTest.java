package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// What happens to networks and volumes that are there already.
class NetworkAndVolumeTest {
  @Test
  void aChangedNetworkIsMadeAnew() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {internal: false}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {internal: true}}
            """);
    var world = World.running(before, "i");
    var plan = world.plan(after);
    Plans.assertPlan(
        plan,
        """
        [] -> #1 shop-db-1, stop, network changed: shop_n
        [1] -> #2 shop-db-1, disconnect from network shop_n, network changed: shop_n
        [] -> #3 shop-web-1, stop, network changed: shop_n
        [3] -> #4 shop-web-1, disconnect from network shop_n, network changed: shop_n
        [2,4] -> #5 network shop_n, remove, configuration changed: internal (none) -> true
        [5] -> #6 network shop_n, create, configuration changed: internal (none) -> true
        [6] -> #7 shop-db-1, connect to network shop_n, network changed: shop_n
        [6] -> #8 shop-web-1, connect to network shop_n, network changed: shop_n
        [7] -> #9 shop-db-1, start, network changed: shop_n
        [8] -> #10 shop-web-1, start, network changed: shop_n
        """);
    Plans.assertSettled(world.execute(plan), after);
  }

  @Test
  void othersOnAChangedNetworkArePutBack() {
    var before =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {internal: false}}
            """);
    var after =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {internal: true}}
            """);
    var world = World.running(before, "i");
    var plan = world.plan(after, Plans.upOf("web"));
    Plans.assertPlan(
        plan,
        """
        [] -> #1 shop-db-1, disconnect from network shop_n, network changed: shop_n
        [] -> #2 shop-web-1, stop, network changed: shop_n
        [2] -> #3 shop-web-1, disconnect from network shop_n, network changed: shop_n
        [1,3] -> #4 network shop_n, remove, configuration changed: internal (none) -> true
        [4] -> #5 network shop_n, create, configuration changed: internal (none) -> true
        [5] -> #6 shop-db-1, connect to network shop_n, network changed: shop_n
        [5] -> #7 shop-web-1, connect to network shop_n, network changed: shop_n
        [7] -> #8 shop-web-1, start, network changed: shop_n
        """);
    Plans.assertSettled(world.execute(plan), after);
  }

  @Test
  void aChangedNetworkThatOthersUseIsNotTouched() {
    var before =
        Yaml.project("services: {web: {image: i}}\nnetworks: {default: {internal: false}}");
    var after = Yaml.project("services: {web: {image: i}}\nnetworks: {default: {internal: true}}");
    var world = World.running(before, "i");
    world.attach("shop_default", "elsewhere-db-1");
    Plans.assertPlan(
        world.plan(after),
        """
        ! the definition of network default has changed, and "shop_default" cannot be made anew while containers of others are on it: elsewhere-db-1. Stop them, or take them off it with `docker network disconnect`
        """);
    Plans.assertSettled(world, before);
  }

  @Test
  void ofARenamedNetworkTheOldOneGoes() {
    var before = Yaml.project("services: {web: {image: i}}\nnetworks: {default: {name: old}}");
    var after = Yaml.project("services: {web: {image: i}}\nnetworks: {default: {name: new}}");
    var world = World.running(before, "i");
    var plan = world.plan(after);
    Plans.assertPlan(
        plan,
        """
        [] -> #1 network new, create, missing
        [1] -> #2 000000000003_shop-web-1, create container, network changed: new
        [2] -> #3 shop-web-1, stop, network changed: new
        [3] -> #4 shop-web-1, remove container, network changed: new
        [4] -> #5 000000000003_shop-web-1, rename to shop-web-1, network changed: new
        [5] -> #6 shop-web-1, start, network changed: new
        [4] -> #7 network old, remove, no container uses it any more
        """);
    Plans.assertSettled(world.execute(plan), after);
  }

  @Test
  void aRenamedNetworkStaysWhileAContainerIsOnIt() {
    var services =
        """
        services:
          web: {image: i}
          db: {image: i}
        networks: {default: {name: %s}}
        """;
    var world = World.running(Yaml.project(services.formatted("old")), "i");
    var after = Yaml.project(services.formatted("new"));
    world.execute(world.plan(after, Plans.upOf("web")));
    assertThat(world.state().networks()).extracting(ObservedNetwork::name).contains("old");
    world.up(after);
    assertThat(world.state().networks()).extracting(ObservedNetwork::name).containsExactly("new");
    Plans.assertSettled(world, after);
  }

  @Test
  void theDataOfARenamedVolumeStays() {
    var text =
        """
        services: {db: {image: i, volumes: ["data:/data"]}}
        volumes: {data: {name: %s}}
        """;
    var world = World.running(Yaml.project(text.formatted("old")), "i");
    var after = Yaml.project(text.formatted("new"));
    world.up(after);
    assertThat(world.state().volumes())
        .extracting(ObservedVolume::name)
        .containsExactlyInAnyOrder("old", "new");
    assertThat(world.named("shop-db-1").uses("new")).isTrue();
    Plans.assertSettled(world, after);
  }

  @Test
  void aNetworkOfAnotherVersionIsComparedByMeaning() {
    var world =
        World.running(
            withNetwork("{ipam: {config: [{subnet: 'fd00:0::/64'}]}, attachable: true}"), "i");
    world.state().networks().forEach(n -> world.networkAgain(n, Labels.VERSION, "5.1.0"));
    world.state().networks().forEach(n -> world.networkAgain(n, Labels.CONFIG_HASH, "other"));
    Plans.assertSettled(world, withNetwork("{ipam: {config: [{subnet: 'FD00::/64'}]}}"));
    assertThat(world.plan(withNetwork("{labels: {a: b}}")).toString())
        .contains("network shop_n, create, configuration changed: labels.a (none) -> b");
  }

  @Test
  void whatDiffersInANetworkIsNamed() {
    var world =
        World.running(
            withNetwork("{labels: {a: b}, driver_opts: {token: hush, mtu: '1'}, driver: x}"), "i");
    var after =
        withNetwork(
            "{driver_opts: {token: hash, mtu: '1'}, enable_ipv6: true, "
                + "ipam: {config: [{subnet: 10.9.0.0/16}]}}");
    assertThat(world.plan(after).toString())
        .contains(
            "network shop_n, create, configuration changed: driver_opts.token (hidden) -> (hidden), "
                + "ipam.config.subnet (none) -> 10.9.0.0/16, labels.a b -> (none)");
  }

  private static Project withNetwork(String network) {
    return Yaml.project(
        "services: {web: {image: i, networks: [n]}}\nnetworks: {n: %s}".formatted(network));
  }

  @Test
  void thePasswordInAVolumesOptionsIsNotShown() {
    var text =
        """
        services: {db: {image: i, volumes: ["data:/data"]}}
        volumes: {data: {driver_opts: {type: cifs, o: "username=shop,password=%s"}}}
        """;
    var plan =
        World.running(Yaml.project(text.formatted("old")), "i")
            .plan(Yaml.project(text.formatted("new")));
    assertThat(plan.toString()).contains("driver_opts.o (hidden) -> (hidden)");
  }

  @Test
  void aForeignNetworkIsUsed() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {}}
            """);
    Plans.assertPlan(
        World.with("i").network("shop_n", Map.of()).plan(project, Plans.upOf("web")),
        """
        [] -> #1 shop-web-1, create container, missing
        [1] -> #2 shop-web-1, start, missing
        i Network "shop_n" was not made for this project; it is used as it is. Set `external: true` on n to say so.
        """);
  }

  @Test
  void anExternalNetworkMustBeThere() {
    var project =
        Yaml.project(
            """
            services:
              web: {image: i, networks: [n]}
              db: {image: i, networks: [n]}
            networks: {n: {external: true, name: out}}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        ! network n is external, and there is no network "out"
        """);
  }

  @Test
  void aChangedVolumeIsAsked() {
    var before =
        Yaml.project(
            """
            services:
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: {}}
            """);
    var after =
        Yaml.project(
            """
            services:
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: {driver_opts: {type: tmpfs}}}
            """);
    Plans.assertPlan(
        World.running(before, "i").plan(after),
        """
        ? The definition of volume data has changed (driver_opts.type (none) -> tmpfs); to follow it, volume "shop_data" is removed with its data and made anew.
        """);
  }

  @Test
  void anAgreedVolumeIsMadeAnew() {
    var before =
        Yaml.project(
            """
            services:
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: {}}
            """);
    var after =
        Yaml.project(
            """
            services:
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: {driver_opts: {type: tmpfs}}}
            """);
    var world = World.running(before, "i");
    var plan = world.plan(after, PlanOptions.Up.DEFAULTS.withAgreed(world.plan(after).questions()));
    Plans.assertPlan(
        plan,
        """
        [] -> #1 shop-db-1, stop, volume changed: shop_data
        [1] -> #2 shop-db-1, remove container, volume changed: shop_data
        [2] -> #3 volume shop_data, remove with its data, configuration changed: driver_opts.type (none) -> tmpfs
        [3] -> #4 volume shop_data, create, configuration changed: driver_opts.type (none) -> tmpfs
        [4] -> #5 shop-db-1, create container, volume changed: shop_data
        [5] -> #6 shop-db-1, start, volume changed: shop_data
        """);
    Plans.assertSettled(world.execute(plan), after);
  }

  @Test
  void anExternalVolumeMustBeThere() {
    var project =
        Yaml.project(
            """
            services:
              db: {image: i, volumes: ["data:/data"]}
            volumes: {data: {external: true, name: data}}
            """);
    Plans.assertPlan(
        World.with("i").plan(project),
        """
        ! volume data is external, and there is no volume "data"
        """);
  }
}
