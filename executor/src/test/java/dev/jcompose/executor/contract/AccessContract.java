package dev.jcompose.executor.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.executor.Window;
import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.access.Commit;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.executor.access.ProcessTable;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// What people do with the containers of any engine, whether it is real or in memory.
@Timeout(60)
public abstract class AccessContract {
  private Trial on;
  private Specs specs;
  private Engine engine;
  private Access access;

  /// Makes the engine that a test tries; the test closes it.
  protected abstract Engine open();

  @BeforeEach
  void openEngine() {
    on = new Trial(open());
    specs = on.specs();
    engine = on.engine();
    access = engine.access();
  }

  @AfterEach
  void leaveNothingBehind() throws InterruptedException {
    on.leaveNothingBehind();
  }

  @Test
  void theContainersOfAllProjectsAreListedAlsoThoseThatDoNotRun() throws InterruptedException {
    on.create(specs.container("web", "true"));
    on.started("db", "sleep", "600");

    assertThat(access.containers())
        .extracting(ObservedContainer::name)
        .containsSubsequence(specs.name("db"), specs.name("web"));
  }

  @Test
  void whatCarriesALabelIsFoundWhateverItIs() throws InterruptedException {
    on.create(specs.container("web", "true"));
    engine.createNetwork(specs.network("net"), specs.networkLabels("net"));
    engine.createVolume(specs.volume("data"), specs.volumeLabels("data"));

    assertThat(access.labelled(Labels.PROJECT))
        .filteredOn(labels -> specs.project().value().equals(labels.get(Labels.PROJECT)))
        .anyMatch(labels -> labels.containsKey(Labels.SERVICE))
        .anyMatch(labels -> labels.containsKey(Labels.NETWORK))
        .anyMatch(labels -> labels.containsKey(Labels.VOLUME));
    assertThat(access.labelled("dev.jcompose.invalid")).isEmpty();
  }

  @Test
  void anImageHasTagsAndASize() throws InterruptedException {
    var image = access.image(Specs.IMAGE).orElseThrow();

    assertThat(image.id()).isEqualTo(engine.image(Specs.IMAGE).orElseThrow().id());
    assertThat(image.tags()).contains(Specs.IMAGE);
    assertThat(image.platform()).startsWith("linux/");
    assertThat(image.size()).isPositive();
    assertThat(access.image(image.id().value())).contains(image);
    assertThat(access.image("jcompose.invalid/nothing:1")).isEmpty();
  }

  @Test
  void theVolumesOfAProject() throws InterruptedException {
    String name = specs.project() + "_data";
    engine.createVolume(specs.volume("data"), specs.volumeLabels("data"));

    assertThat(access.volumes(specs.project()))
        .singleElement()
        .satisfies(volume -> {
          assertThat(volume.name()).isEqualTo(name);
          assertThat(volume.driver()).isEqualTo("local");
          assertThat(volume.scope()).isEqualTo("local");
          assertThat(volume.mountpoint()).contains(name);
        });
  }

  @Test
  void whatHasHappenedIsToldUpToAMoment() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");
    engine.stopContainer(id, Optional.of(Duration.ZERO));
    Instant now = Instant.now();

    List<String> actions = new ArrayList<>();
    engine.events(
        specs.project(),
        new Window(Optional.of(Instant.EPOCH), Optional.of(now)),
        event -> actions.add(event.action()));

    assertThat(actions).containsSubsequence("start", "die");
  }

  @Test
  void allThatTheEngineKnowsOfAContainerIsToldInItsOwnWords() throws Exception {
    ContainerId id = on.create(specs.container("web", "true"));

    var told = JsonValue.parse(access.inspection(id).getBytes(StandardCharsets.UTF_8));
    assertThat(told.path("Id").asText()).isEqualTo(id.value());
    assertThat(told.path("Name").asText()).isEqualTo("/" + specs.name("web"));

    engine.removeContainer(id, AnonymousVolumes.REMOVE);
    Trial.refused(Kind.NOT_FOUND, () -> access.inspection(id));
  }

  @Test
  void processesAreThoseOfARunningContainer() throws InterruptedException {
    ProcessTable table = access.processes(on.started("web", "sleep", "600"));

    assertThat(table.titles()).contains("UID", "PID", "CMD");
    assertThat(table.rows())
        .singleElement()
        .satisfies(row -> assertThat(row).hasSize(table.titles().size()).contains("sleep 600"));

    ContainerId created = on.create(specs.container("db", "true"));
    Trial.refused(Kind.CONFLICT, () -> access.processes(created));
  }

  @Test
  void whatARunningContainerUsesIsMeasuredOnceOrFollowed() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");

    Usage usage = access.usage(id);
    assertThat(usage.memory()).isPositive().isLessThan(usage.memoryLimit());
    assertThat(usage.processes()).isEqualTo(1);

    List<Usage> followed = new CopyOnWriteArrayList<>();
    Thread reader =
        Thread.ofVirtual()
            .start(() -> {
              try {
                access.follow(
                    id,
                    sample -> {
                      followed.add(sample);
                      Thread.currentThread().interrupt();
                    });
              } catch (InterruptedException _) {
                followed.add(usage);
              }
            });
    reader.join();
    assertThat(followed).isNotEmpty();
  }

  @Test
  void whatAContainerUsesThatDoesNotRunIsNothing() throws InterruptedException {
    Usage usage = access.usage(on.create(specs.container("web", "true")));

    assertThat(usage.memory()).isZero();
    assertThat(usage.cpu()).isZero();
    assertThat(usage.processes()).isZero();
  }

  @Test
  void theFilesOfAContainerAreAnArchive() throws InterruptedException, IOException {
    ContainerId id = on.create(specs.container("web", "true"));
    var archive = new ByteArrayOutputStream();

    access.export(id, archive);

    assertThat(archive.size()).isPositive();
    Trial.refused(Kind.NOT_FOUND, () -> access.export(new ContainerId("0".repeat(64)), archive));
  }

  @Test
  void aContainerBecomesAnImage() throws InterruptedException {
    ContainerId id = on.started("web", "sleep", "600");
    String name = specs.project() + "-made:7";

    try {
      String made =
          access.commit(id, new Commit(Optional.of(name), "me", "why", List.of("ENV A=1"), true));
      assertThat(engine.image(name).orElseThrow().id().value()).isEqualTo(made);
    } finally {
      engine.removeImage(name);
    }
  }

  @Test
  void aCommandIsHeardToItsEnd() throws InterruptedException, IOException {
    ContainerId id = on.started("web", "sleep", "600");

    assertThat(said(id, "", "echo", "hello")).isEqualTo("hello\n= 0");
    assertThat(said(id, "", "false")).isEqualTo("= 1");
  }

  @Test
  void aCommandReadsToTheEndOfWhatItIsTold() throws InterruptedException, IOException {
    ContainerId id = on.started("web", "sleep", "600");
    String much = "a line of text\n".repeat(50_000);

    assertThat(said(id, much, "cat")).isEqualTo(much + "= 0");
    assertThat(said(id, "", "cat")).isEqualTo("= 0");
  }

  @Test
  void aCommandNeedsARunningContainer() throws InterruptedException {
    ContainerId id = on.create(specs.container("web", "true"));

    Trial.refused(Kind.CONFLICT, () -> access.exec(id, command("true")));
    Trial.refused(Kind.CONFLICT, () -> access.execDetached(id, command("true")));
  }

  @Test
  void aContainerIsHeardFromItsFirstWordToItsEnd() throws InterruptedException, IOException {
    String much = "a line of text\n".repeat(50_000);

    assertThat(ran("", false, "echo", "hello")).isEqualTo("hello\n= 0");
    assertThat(ran("", false, "false")).isEqualTo("= 1");
    assertThat(ran(much, false, "cat")).isEqualTo(much + "= 0");
  }

  @Test
  void aContainerThatIsToGoIsGoneWhenItsEndIsTold() throws InterruptedException, IOException {
    assertThat(ran("", true, "echo", "hello")).isEqualTo("hello\n= 0");
    assertThat(ran("text", true, "cat")).isEqualTo("text= 0");

    assertThat(engine.containers(specs.project())).isEmpty();
  }

  @Test
  void whatCannotBeStartedIsNotTalkedTo() throws InterruptedException {
    ContainerSpec spec = specs.oneOff("web", false, "echo", "hello");
    ContainerId id = on.create(spec);
    engine.removeContainer(id, AnonymousVolumes.REMOVE);

    Trial.refused(Kind.NOT_FOUND, () -> access.start(id, spec.oneOff().orElseThrow()));
  }

  /// What a container of its own says, and its exit code; it is left to who tidies up.
  private String ran(String told, boolean removed, String... words)
      throws InterruptedException, IOException {
    ContainerSpec spec = specs.oneOff("once", removed, words);
    ContainerId id = on.create(spec);
    String said = heard(access.start(id, spec.oneOff().orElseThrow()), told);
    engine.removeContainer(id, AnonymousVolumes.REMOVE);
    return said;
  }

  private String said(ContainerId id, String told, String... words)
      throws InterruptedException, IOException {
    return heard(access.exec(id, command(words)), told);
  }

  private static String heard(Dialogue begun, String told)
      throws InterruptedException, IOException {
    var heard = new ByteArrayOutputStream();
    try (Dialogue dialogue = begun) {
      Thread.ofVirtual().start(() -> tell(dialogue, told));
      dialogue.copyTo(heard, heard);
      return heard.toString(StandardCharsets.UTF_8) + "= " + dialogue.exitCode();
    }
  }

  private static void tell(Dialogue dialogue, String text) {
    try (OutputStream input = dialogue.input()) {
      input.write(text.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It does not listen.
    }
  }

  /// The engine and its project.
  protected Trial on() {
    return on;
  }

  protected Access access() {
    return access;
  }

  protected static Execution command(String... words) {
    return new Execution(
        List.of(words),
        Optional.empty(),
        Optional.empty(),
        Ordered.map(),
        false,
        true,
        Optional.empty(),
        Optional.empty());
  }
}
