package dev.jcompose.executor.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Projects;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.executor.contract.Specs;
import dev.jcompose.executor.fake.FakeEngine;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Problem;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// A plugin for AI models that is a shell script.
@Timeout(60)
class ModelsTest {
  private static final String PLUGIN = ".docker/cli-plugins/docker-model";

  private static final String WORKS =
      """
      echo "$* for $COMPOSE_PROJECT_NAME" >> calls
      case $1 in
        ls) printf '[\\n{"tags": ["ai/there"]}]\\n' ;;
        pull) echo half; echo all ;;
        status) echo '{"endpoint": "http://models/v1/"}' ;;
      esac
      """;

  private static final Project PROJECT =
      Projects.of(
          """
          services:
            web: {image: "%s", models: [llm, emb]}
          models:
            llm: {model: ai/new, context_size: 1024, runtime_flags: [--temp, "0.1"]}
            emb: {model: ai/there}
          """
              .formatted(Specs.IMAGE));

  private final List<String> events = new ArrayList<>();
  @TempDir private Path folder;

  private Project up() throws ProviderException, InterruptedException {
    return new Providers(new Programs(folder).installed())
        .models()
        .up(
            PROJECT,
            Planner.models(PROJECT, PlanOptions.Up.DEFAULTS),
            event -> events.add(event.toString()));
  }

  private void plugin(String script) throws IOException {
    new Programs(folder).script(PLUGIN, script);
  }

  @Test
  void missingModelsAreFetchedAndAllAreSetUp() throws Exception {
    plugin(WORKS);
    var environment = up().service(new ServiceName("web")).orElseThrow().execution().environment();
    assertThat(environment)
        .containsEntry("LLM_URL", Optional.of("http://models/v1/"))
        .containsEntry("LLM_MODEL", Optional.of("ai/new"))
        .containsEntry("EMB_MODEL", Optional.of("ai/there"));
    assertThat(new Programs(folder).calls())
        .containsExactly(
            "ls --json for shop",
            "configure ai/there for shop",
            "pull ai/new for shop",
            "configure --context-size 1024 ai/new -- --temp 0.1 for shop",
            "status --json for shop");
    assertThat(events)
        .contains("OfModel[subject=llm, status=half]", "OfModel[subject=llm, status=Pulled]");
  }

  @Test
  void aFailureIsToldWithItsLastWords() throws Exception {
    plugin(WORKS + "[ $1 = pull ] && { echo no such model >&2; exit 3; }; exit 0");
    assertThatThrownBy(this::up)
        .isInstanceOf(ProviderException.class)
        .hasMessage("model llm: `docker model pull` ended with exit status 3: no such model");
  }

  @Test
  void withoutAnEndpointNobodyIsTold() throws Exception {
    plugin("[ $1 = ls ] && echo '[]'; [ $1 = status ] && echo '{\"running\": false}'; exit 0");
    assertThatThrownBy(this::up).hasMessageContaining("names no endpoint");
  }

  @Test
  void aMissingPluginIsToldBeforeAnythingIsTouched() throws InterruptedException {
    try (var engine = engine()) {
      assertThat(reconcile(engine))
          .isEqualTo(
              new Reconciler.Result.Refused(
                  List.of(new Problem.NoModelPlugin(List.of("emb", "llm")))));
      assertThat(engine.containers(PROJECT.name())).isEmpty();
      assertThat(engine.networks(PROJECT.name())).isEmpty();
    }
  }

  @Test
  void containersAreMadeWithTheVariables() throws Exception {
    plugin(WORKS);
    try (var engine = engine()) {
      for (int i = 0; i < 2; i++) {
        assertThat(reconcile(engine))
            .isEqualTo(new Reconciler.Result.Ended(new Outcome.Completed()));
        var id = engine.containers(PROJECT.name()).getFirst().id();
        assertThat(engine.container(id).orElseThrow().details().orElseThrow().environment())
            .containsEntry("EMB_URL", "http://models/v1/");
      }
    }
  }

  private static FakeEngine engine() {
    return new FakeEngine();
  }

  private Reconciler.Result reconcile(FakeEngine engine) throws InterruptedException {
    var providers = new Providers(new Programs(folder).installed());
    return new Reconciler(engine, Projects.HASHER, RunOptions.DEFAULT, providers)
        .reconcile(PROJECT, PlanOptions.Up.DEFAULTS, Reconciler.Audience.SILENT);
  }
}
