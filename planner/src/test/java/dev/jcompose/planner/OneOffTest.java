package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.Until;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Containers that are made of a service beside its replicas.
class OneOffTest {
  private static final String SLUG = "0123456789ab".repeat(5) + "cdef";
  private static final String NAME = "shop-web-run-0123456789ab";

  private static Project two(String command) {
    return Yaml.project(
        """
        services:
          db:
            image: d
            healthcheck: {test: [CMD, "true"]}
          web:
            image: w
            container_name: front
            command: %s
            restart: always
            scale: 1
            networks: {default: {aliases: [www]}}
            volumes: [data:/data]
            depends_on: {db: {condition: service_healthy}}
            deploy: {restart_policy: {condition: any}}
        volumes: {data: {}}
        """
            .formatted(command));
  }

  private static OneOff oneOff(Optional<String> name, boolean aliases) {
    return new OneOff(new ServiceName("web"), name, SLUG, true, false, true, aliases);
  }

  private static PlanOptions.Run run(OneOff oneOff, Dependencies dependencies, Until until) {
    return new PlanOptions.Run(
        oneOff, until, PlanOptions.Up.DEFAULTS.withDependencies(dependencies));
  }

  private static PlanOptions.Run run(Dependencies dependencies) {
    return run(oneOff(Optional.empty(), false), dependencies, Until.STARTED);
  }

  private static ContainerSpec spec(PlanOptions.Run options) {
    var oneOff = options.container();
    var plan = World.with("d", "w").plan(two("serve"), options);
    return Plans.container(plan, oneOff.name().orElse(NAME));
  }

  @Test
  void itIsMadeWhenWhatItsServiceWaitsForIsThere() {
    Plans.assertPlan(
        World.with("d", "w").plan(two("serve"), run(Dependencies.INCLUDED)),
        """
        [] -> #1 network shop_default, create, missing
        [] -> #2 volume shop_data, create, missing
        [1] -> #3 shop-db-1, create container, missing
        [3] -> #4 shop-db-1, start, missing
        [4] -> #5 shop-db-1, wait until it is healthy, web waits for it
        [2,5] -> #6 shop-web-run-0123456789ab, create container, asked for
        [6] -> #7 shop-web-run-0123456789ab, start, asked for
        """);
  }

  @Test
  void dependenciesMayBeLeftAlone() {
    Plans.assertPlan(
        World.with("w").plan(two("serve"), run(Dependencies.LEFT_ALONE)),
        """
        [] -> #1 network shop_default, create, missing
        [] -> #2 volume shop_data, create, missing
        [1,2] -> #3 shop-web-run-0123456789ab, create container, asked for
        [3] -> #4 shop-web-run-0123456789ab, start, asked for
        """);
  }

  @Test
  void replicasOfItsServiceStayAsTheyAre() {
    Plans.assertPlan(
        World.running(two("serve"), "d", "w")
            .plan(
                two("other"),
                run(oneOff(Optional.of("once"), false), Dependencies.INCLUDED, Until.CREATED)),
        "[] -> #1 once, create container, asked for");
  }

  @Test
  void itsImageIsFetchedAndNoReplicaIsSaidToChange() {
    Plans.assertPlan(
        World.running(two("serve"), "d", "w")
            .withoutImage("w")
            .plan(two("serve"), run(Dependencies.INCLUDED)),
        """
        [] -> #1 image w, pull, missing
        [1] -> #2 shop-web-run-0123456789ab, create container, asked for
        [2] -> #3 shop-web-run-0123456789ab, start, asked for
        """);
  }

  @Test
  void anImageIsNeededAlsoWithoutReplicas() {
    var never = Yaml.project("services: {web: {image: w, scale: 0, pull_policy: never}}");

    Plans.assertPlan(
        World.with().plan(never, run(Dependencies.INCLUDED)),
        "! service web: image \"w\" is not there and may not be fetched");
  }

  @Test
  void itHasNoNumberNoRestartsAndItsOwnName() {
    var spec = spec(run(Dependencies.INCLUDED));

    assertThat(spec.labels())
        .containsEntry(Labels.ONE_OFF, "True")
        .containsEntry(Labels.SLUG, SLUG)
        .containsEntry(Labels.SERVICE, "web")
        .containsEntry(Labels.DEPENDS_ON, "db:service_healthy:false")
        .doesNotContainKey(Labels.CONTAINER_NUMBER);
    assertThat(spec.labels().get(Labels.CONFIG_HASH))
        .isEqualTo(Yaml.HASHER.hash(spec.service()).value());
    assertThat(spec.service().lifecycle().containerName()).contains(NAME);
    assertThat(spec.service().lifecycle().restart()).isEmpty();
    assertThat(spec.service().deploy().orElseThrow().restart()).isEmpty();
    assertThat(spec.service().execution().stdinOpen()).isTrue();
  }

  @Test
  void withoutDependenciesItsLabelsTellOfNone() {
    assertThat(spec(run(Dependencies.LEFT_ALONE)).labels()).containsEntry(Labels.DEPENDS_ON, "");
  }

  @Test
  void itAnswersToTheNamesOfItsServiceOnlyWhenAsked() {
    var silent = run(oneOff(Optional.of("once"), false), Dependencies.INCLUDED, Until.CREATED);
    var known = run(oneOff(Optional.of("once"), true), Dependencies.INCLUDED, Until.CREATED);

    assertThat(spec(silent).endpoints())
        .singleElement()
        .satisfies(endpoint -> assertThat(endpoint.aliases()).isEqualTo(List.of("once")));
    assertThat(spec(known).endpoints())
        .singleElement()
        .satisfies(
            endpoint -> assertThat(endpoint.aliases()).isEqualTo(List.of("once", "web", "www")));
  }

  @Test
  void aNameThatIsTakenIsAProblem() {
    Plans.assertPlan(
        World.running(two("serve"), "d", "w")
            .plan(
                two("serve"),
                run(oneOff(Optional.of("front"), false), Dependencies.INCLUDED, Until.STARTED)),
        "! service web: there is a container named \"front\" already");
  }

  @Test
  void anUnknownServiceIsAProblem() {
    var nosuch =
        new OneOff(new ServiceName("wob"), Optional.empty(), SLUG, true, false, true, false);

    Plans.assertPlan(
        World.with("d", "w").plan(two("serve"), run(nosuch, Dependencies.INCLUDED, Until.STARTED)),
        "! no such service: wob");
  }
}
