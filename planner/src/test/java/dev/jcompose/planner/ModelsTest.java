package dev.jcompose.planner;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.model.AiModel;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// What services are told of AI models, and what is planned while they have not been told.
class ModelsTest {
  private static final String URL = "http://models/v1/";

  private static final Project PROJECT =
      Yaml.project(
          """
          services:
            short:
              image: i
              environment: {MY_LLM_URL: mine, OWN: "1"}
              models: [my-llm]
            long:
              image: i
              models:
                my-llm: {endpoint_var: LLM_AT}
                emb: {model_var: EMB}
            none:
              image: i
          models:
            my-llm: {model: ai/a}
            emb: {model: ai/b}
            unused: {model: ai/c}
          """);

  private static Optional<String> variable(Project project, String service, String name) {
    return project
        .service(new ServiceName(service))
        .orElseThrow()
        .execution()
        .environment()
        .getOrDefault(name, Optional.empty());
  }

  private static Plan plan(World world, Project project) {
    return new Planner(Yaml.HASHER).plan(project, world.state(), PlanOptions.Up.DEFAULTS, Set.of());
  }

  @Test
  void variablesAreNamedByTheKeyOrByTheService() {
    var told = ModelVariables.told(PROJECT, URL);
    assertThat(variable(told, "short", "MY_LLM_URL")).contains(URL);
    assertThat(variable(told, "short", "MY_LLM_MODEL")).contains("ai/a");
    assertThat(variable(told, "short", "OWN")).contains("1");
    assertThat(variable(told, "long", "LLM_AT")).contains(URL);
    assertThat(variable(told, "long", "MY_LLM_URL")).isEmpty();
    assertThat(variable(told, "long", "EMB")).contains("ai/b");
    assertThat(variable(told, "long", "EMB_URL")).contains(URL);
    assertThat(variable(told, "none", "MY_LLM_URL")).isEmpty();
  }

  @Test
  void onlyModelsThatAreUsedAreNeeded() {
    assertThat(Planner.models(PROJECT, PlanOptions.Up.DEFAULTS))
        .extracting(AiModel::key)
        .containsExactly("emb", "my-llm");
    assertThat(Planner.models(PROJECT, new PlanOptions.Pause(List.of()))).isEmpty();
  }

  @Test
  void whatWasToldLastTimeIsTakenForGranted() {
    var world =
        World.running(ModelVariables.told(PROJECT, URL), "i")
            .change(
                "shop-long-1",
                c ->
                    Plans.inspected(
                        c, "LLM_AT=" + URL, "EMB_URL=" + URL, "EMB=ai/b", "MY_LLM_MODEL=ai/a"));
    var plan = plan(world, PROJECT);
    assertThat(plan.steps())
        .extracting(Step::operation)
        .noneMatch(operation -> operation.toString().contains("shop-long-1"));
    assertThat(plan.notices())
        .contains(
            new Notice.ModelsFirst(List.of("emb", "my-llm"), List.of(new ServiceName("long"))));
  }

  @Test
  void whenAllAreToldNothingIsSaid() {
    var told = ModelVariables.told(PROJECT, URL);
    assertThat(plan(World.running(told, "i"), told).notices()).isEmpty();
    Plans.assertSettled(World.running(told, "i"), told);
  }
}
