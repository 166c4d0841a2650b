package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/// A project with something of everything, that is changed again and again, and what must hold of
/// it after whatever happened.
final class RestlessProject implements AutoCloseable {
  private final TestProject project;
  private final EngineSocket engine;
  private final Engine observer;
  private int edition;

  RestlessProject(Path folder, Engine observer, EngineSocket engine) {
    this.project = new TestProject(folder, observer);
    this.engine = engine;
    this.observer = observer;
    change();
  }

  /// Writes another edition of the file: all but one service differ from the one before, and every
  /// other time their number, a network and a secret, too.
  void change() {
    edition++;
    project.variable("PASSWORD", "secret " + edition / 2);
    project.file("compose.yaml", file(edition, 2 + edition / 2 % 2, edition / 2));
  }

  private static String file(int edition, int replicas, int networkEdition) {
    return """
    x-service: &service
      image: busybox
      command: sleep 600
      stop_signal: SIGKILL
      environment: {EDITION: "%1$d"}
    services:
      db:
        <<: *service
        volumes: [/scratch, "data:/data"]
        secrets: [password]
        networks: [back]
      cache:
        <<: *service
        scale: %2$d
        volumes: [/scratch]
        networks: [back]
        depends_on: [db]
      web:
        <<: *service
        networks: [back, front]
        depends_on: {db: {condition: service_started}, cache: {condition: service_started}}
      tail:
        <<: *service
        environment: {EDITION: always the same}
        network_mode: service:web
        depends_on: {web: {condition: service_started, restart: true}}
    volumes:
      data: {}
    networks:
      back: {}
      front: {labels: {edition: "%3$d"}}
    secrets:
      password: {environment: PASSWORD}
    """
        .formatted(edition, replicas, networkEdition);
  }

  /// Starts a command whose calls go to another socket.
  Running startAt(String address, String... arguments) throws InterruptedException {
    return project.startJcomposeAt(address, arguments);
  }

  /// Says `up` and holds it to its word.
  void converges() throws InterruptedException {
    project.jcompose("up", "-d", "-t", "0").ok();
    anonymousVolumes("-cache-3").forEach(project::mayStay); // They do when it is scaled away.
    Run plan = project.jcompose("plan", "--detailed-exitcode");
    assertThat(plan.exitCode()).as("of the plan after up: " + plan.out() + plan.err()).isZero();
  }

  /// Says `down -v` and holds it to its word.
  void vanishes() throws InterruptedException, IOException {
    List<String> anonymousVolumes = anonymousVolumes("");
    Run down = project.jcompose("down", "-v", "-t", "0").ok();
    assertThat(project.leftovers()).as("left after down: " + down.err()).isEmpty();
    assertThat(engine.named(project.name().value())).as("left by name: " + down.err()).isEmpty();
    for (String volume : anonymousVolumes) {
      assertThat(observer.volume(volume)).as("left after down: " + down.err()).isEmpty();
    }
  }

  /// Those in use by containers whose names end so. Once they are in use no more, nobody knows
  /// whose they were.
  private List<String> anonymousVolumes(String end) throws InterruptedException {
    return project.containers().stream()
        .filter(container -> container.name().endsWith(end))
        .flatMap(container -> container.mounts().stream())
        .filter(mount -> mount.target().equals("/scratch"))
        .flatMap(mount -> mount.name().stream())
        .toList();
  }

  @Override
  public void close() {
    project.close();
  }
}
