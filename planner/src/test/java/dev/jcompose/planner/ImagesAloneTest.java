package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.FileSource;
import dev.jcompose.model.Project;
import dev.jcompose.model.PullPolicy;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.Operation.OnFailure;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.planner.PlanOptions.PullImages.Buildable;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Plans of `build`, `pull` and `push`.
final class ImagesAloneTest {
  private static final Project PROJECT =
      Yaml.project(
          """
          services:
            a: {image: one}
            b: {image: one, depends_on: [c]}
            c: {image: two}
            web: {image: r.example/web, build: {context: ., tags: ["r.example/web:2", r.example/web]}}
            own: {build: .}
          """);

  @Test
  void whatCanBeBuiltIsBuilt() {
    Plans.assertPlan(
        World.with("shop-own")
            .plan(PROJECT, new PlanOptions.BuildImages(List.of(), Dependencies.LEFT_ALONE)),
        """
        [] -> #1 image shop-own, build, asked for
        [] -> #2 image r.example/web, build, missing
        """);
  }

  @Test
  void eachImageIsFetchedOnce() {
    Plans.assertPlan(
        World.with("two").plan(PROJECT, pull(Optional.empty(), Buildable.FETCHED)),
        """
        [] -> #1 image one, pull, missing
        [] -> #2 image two, pull, asked for
        [] -> #3 image r.example/web, pull, missing
        """);
  }

  @Test
  void whatCanBeBuiltMayBeLeftOut() {
    Plans.assertPlan(
        World.with("one", "two").plan(PROJECT, pull(Optional.empty(), Buildable.LEFT_OUT)),
        """
        [] -> #1 image one, pull, asked for
        [] -> #2 image two, pull, asked for
        """);
  }

  @Test
  void dependenciesAreTakenAlongWhenWanted() {
    var pull =
        new PlanOptions.PullImages(
            List.of(new ServiceName("b")),
            Dependencies.INCLUDED,
            Optional.empty(),
            Buildable.FETCHED,
            OnFailure.GO_ON);
    Plans.assertPlan(
        World.with().plan(PROJECT, pull),
        """
        [] -> #1 image two, pull, missing
        [] -> #2 image one, pull, missing
        """);
  }

  @Test
  void aPolicyOfTheServiceCounts() {
    var project =
        Yaml.project(
            """
            services:
              always: {image: always, pull_policy: always}
              built: {image: built, pull_policy: build, build: .}
              daily: {image: daily, pull_policy: daily}
              gone: {image: gone, pull_policy: missing}
              never: {image: never, pull_policy: never}
              there: {image: there, pull_policy: if_not_present}
            """);
    Plans.assertPlan(
        World.with("always", "daily", "there")
            .plan(project, pull(Optional.empty(), Buildable.FETCHED)),
        """
        [] -> #1 image always, pull, asked for
        [] -> #2 image daily, pull, asked for
        [] -> #3 image gone, pull, missing
        """);
  }

  @Test
  void aPolicyOfTheCommandCountsMore() {
    var project = Yaml.project("services: {a: {image: a, pull_policy: never}, b: {image: b}}");
    Plans.assertPlan(
        World.with("b")
            .plan(project, pull(Optional.of(new PullPolicy.Missing()), Buildable.FETCHED)),
        """
        [] -> #1 image a, pull, missing
        """);
  }

  @Test
  void imagesOfHooksAreFetchedAsWell() {
    var project =
        Yaml.project(
            """
            services:
              web:
                image: w
                pre_start:
                  - {command: x}
                  - {command: y, image: h}
            """);
    Plans.assertPlan(
        World.with().plan(project, pull(Optional.empty(), Buildable.FETCHED)),
        """
        [] -> #1 image w, pull, missing
        [] -> #2 image h, pull, missing
        """);
  }

  @Test
  void whatIsBuiltAndHasANameIsPushedWithItsTags() {
    Plans.assertPlan(
        World.with()
            .plan(
                PROJECT,
                new PlanOptions.PushImages(List.of(), Dependencies.LEFT_ALONE, OnFailure.TOLERATE)),
        """
        [] -> #1 image r.example/web, push, asked for
        [] -> #2 image r.example/web:2, push, asked for
        """);
  }

  @Test
  void aBuildTakesAlongWhatItUsesOfTheProject() {
    var project =
        Yaml.project(
            """
            services:
              base: {build: .}
              web:
                build:
                  context: .
                  additional_contexts: {base: service:base, there: ./there}
                  secrets: [key, {source: token, target: T}]
            secrets:
              key: {file: /keys/key}
              token: {environment: TOKEN}
            """);
    var web =
        Builds.of(project, List.of(new ServiceName("web")), Dependencies.LEFT_ALONE).getFirst();

    assertThat(web.contexts()).containsOnlyKeys("base");
    assertThat(web.contexts().firstEntry().getValue().image()).isEqualTo("shop-base");
    assertThat(web.build().source().additionalContexts()).containsOnlyKeys("there");
    assertThat(web.secrets()).containsEntry("key", new FileSource.HostFile(Path.of("/keys/key")));
    assertThat(web.secrets().get("T")).isInstanceOf(FileSource.FromEnvironment.class);
  }

  private static PlanOptions.PullImages pull(Optional<PullPolicy> policy, Buildable buildable) {
    return new PlanOptions.PullImages(
        List.of(), Dependencies.LEFT_ALONE, policy, buildable, OnFailure.GO_ON);
  }
}
