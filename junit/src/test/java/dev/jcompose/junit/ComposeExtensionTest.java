package dev.jcompose.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.abort;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.EventConditions.test;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import dev.jcompose.Compose;
import dev.jcompose.ComposeException;
import dev.jcompose.DownOptions;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.io.TempDir;
import org.junit.platform.engine.discovery.ClassSelector;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;

/// Tests with projects on a real engine.
@Tag("engine")
@Timeout(180)
final class ComposeExtensionTest {
  @TempDir private Path logs;

  @BeforeEach
  void needsEngine() throws Exception {
    try {
      var _ = owned();
    } catch (ComposeException e) {
      if ("required".equals(System.getProperty("jcompose.engine"))) {
        throw new AssertionError("tests with an engine are required", e);
      }
      abort("skipped, as it needs an engine: " + e.getMessage());
    }
    Cases.PROJECTS.clear();
    Cases.CONTAINERS.clear();
  }

  /// The names of all projects of tests that there are.
  private static Set<String> owned() throws InterruptedException {
    return Compose.folder(Path.of("")).projectsLabelled(Owner.LABEL).keySet();
  }

  private EngineTestKit.Builder kit(Class<?>... types) {
    return EngineTestKit.engine("junit-jupiter")
        .selectors(
            Arrays.stream(types).map(type -> selectClass(type)).toArray(ClassSelector[]::new))
        .configurationParameter("jcompose.logs", logs.toString());
  }

  private EngineExecutionResults run(Class<?>... types) {
    return kit(types).execute();
  }

  private static void allPassed(EngineExecutionResults results, int tests) {
    results.allEvents().failed().assertThatEvents().isEmpty();
    results.testEvents().assertStatistics(all -> all.succeeded(tests));
  }

  private static void nothingIsLeft() throws InterruptedException {
    assertThat(owned()).doesNotContainAnyElementsOf(Cases.PROJECTS);
  }

  @Test
  void aClassAndThoseInItHaveOneProjectWhichIsGoneAfterwards() throws Exception {
    allPassed(run(Cases.PerClass.class), 3);
    assertThat(Cases.PROJECTS).hasSize(3);
    assertThat(Set.copyOf(Cases.PROJECTS))
        .singleElement()
        .asString()
        .matches("perclass-[0-9a-f]{8}");
    nothingIsLeft();
  }

  @Test
  void anInstanceThatTestsShareIsFilled() {
    allPassed(run(Cases.OneInstance.class), 1);
  }

  @Test
  void eachTestMayHaveItsOwn() throws Exception {
    allPassed(run(Cases.PerTest.class), 2);
    assertThat(Cases.PROJECTS).hasSize(2).doesNotHaveDuplicates();
    nothingIsLeft();
  }

  @Test
  void classesSideBySideShareOneThatSaysTheSame() throws Exception {
    var results =
        kit(Cases.SharedOne.class, Cases.SharedTwo.class)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "true")
            .configurationParameter("junit.jupiter.execution.parallel.mode.default", "concurrent")
            .execute();
    allPassed(results, 2);
    assertThat(Cases.PROJECTS).hasSize(2);
    assertThat(Set.copyOf(Cases.CONTAINERS)).hasSize(1);
    nothingIsLeft();
  }

  @Test
  void aTestThatFailsLeavesTheLogsBehindAndNothingElse() throws Exception {
    run(Cases.Failing.class).testEvents().assertStatistics(all -> all.succeeded(1).failed(1));
    var folder = logs.resolve("dev.jcompose.junit.Cases$Failing");
    assertThat(folder.resolve("fails").resolve("web.log")).hasContent("ready");
    assertThat(folder.resolve("passes")).doesNotExist();
    nothingIsLeft();
  }

  @Test
  void aProjectThatDoesNotComeUpFailsTheClassWithItsLogs() throws Exception {
    run(Cases.Broken.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(Cases.Broken.class),
                finishedWithFailure(
                    instanceOf(ComposeException.class),
                    message(text -> text.contains("no licence")))));
    assertThat(logs.resolve("dev.jcompose.junit.Cases$Broken").resolve("web.log"))
        .hasContent("no licence");
    assertThat(owned()).noneMatch(name -> name.startsWith("broken-"));
  }

  @Test
  void testsBeginWhenAllThatIsAwaitedHasCome() {
    allPassed(run(SlowExample.class, ShopExample.class), 3);
  }

  @Test
  void whatDoesNotComeInTimeFailsTheClass() throws Exception {
    run(Cases.InVain.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(Cases.InVain.class),
                finishedWithFailure(
                    message(text -> text.startsWith("service web did not give a line")))));
    assertThat(owned()).noneMatch(name -> name.startsWith("invain-"));
  }

  @Test
  void aConstructorCannotHaveWhatStartsWithTheTest() {
    run(Cases.TooEarly.class)
        .testEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                test("isNeverRun"),
                finishedWithFailure(instanceOf(ParameterResolutionException.class))));
  }

  @Test
  void aFieldOfAWrongTypeIsNamed() {
    run(Cases.Unfit.class)
        .containerEvents()
        .assertThatEvents()
        .haveExactly(
            1,
            event(
                container(Cases.Unfit.class),
                finishedWithFailure(
                    instanceOf(ExtensionConfigurationException.class),
                    message("@Port is nothing for a java.lang.Thread"))));
  }

  @Test
  void aKeptProjectIsThereForTheNextRun() throws Exception {
    try {
      for (int i = 0; i < 2; i++) {
        allPassed(
            kit(Cases.SharedOne.class).configurationParameter("jcompose.keep", "true").execute(),
            1);
      }
      assertThat(Set.copyOf(Cases.PROJECTS)).hasSize(1);
      assertThat(Set.copyOf(Cases.CONTAINERS)).hasSize(1);
    } finally {
      for (var name : Set.copyOf(Cases.PROJECTS)) {
        try (var project = Compose.existing(name).load()) {
          assertThat(project.services()).containsExactly("web");
          project.down(DownOptions.DEFAULTS.removingVolumes());
        }
      }
    }
  }

  @Test
  void theNextRunRemovesWhatAKilledOneLeftAndNothingOfThoseThatRun() throws Exception {
    var killed = Program.start();
    var running = Program.start();
    try {
      var _ = killed.process().destroyForcibly().waitFor();
      assertThat(owned()).contains(killed.project(), running.project());
      allPassed(run(ShopExample.class), 2);
      assertThat(owned()).doesNotContain(killed.project()).contains(running.project());
    } finally {
      running.process().destroy();
    }
    assertThat(running.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
    assertThat(owned()).doesNotContain(running.project());
  }
}
