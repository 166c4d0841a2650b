package dev.jcompose.tests.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.jcompose.executor.Engine;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.tests.e2e.Program.Run;
import dev.jcompose.tests.e2e.Program.Running;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;

/// A project of one test: a folder, a name that nobody else has, and two programs to drive it with.
///
/// Closing it takes the project down, data and built images included, and fails if anything is
/// left, be it an anonymous volume that one of its containers had at the beginning of a command.
final class TestProject implements AutoCloseable {
  private final ProjectName name;
  private final Path folder;
  private final Engine engine;
  private final Map<String, String> environment = new LinkedHashMap<>();
  private final Set<String> anonymousVolumes = new TreeSet<>();
  private final Set<String> volumesThatStay = new TreeSet<>();
  private boolean imagesMayStay;

  TestProject(Path folder, Engine engine) {
    byte[] random = new byte[4];
    ThreadLocalRandom.current().nextBytes(random);
    this.name = new ProjectName("jctest-" + HexFormat.of().formatHex(random));
    this.folder = folder;
    this.engine = engine;
    environment.put("COMPOSE_PROJECT_NAME", name.value());
    environment.put("XDG_STATE_HOME", folder.resolve(".state").toString());
  }

  ProjectName name() {
    return name;
  }

  Path folder() {
    return folder;
  }

  /// Writes a file of the project.
  TestProject file(String path, String text) {
    try {
      Path file = folder.resolve(path);
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Sets a variable for both programs.
  TestProject variable(String variable, String value) {
    environment.put(variable, value);
    return this;
  }

  Run jcompose(String... arguments) throws InterruptedException {
    rememberVolumes();
    return Program.jcompose().run(folder, environment, arguments);
  }

  /// Runs another program, or jcompose in another way.
  Run run(Program program, String... arguments) throws InterruptedException {
    return program.run(folder, environment, arguments);
  }

  Run jcomposeReading(Path input, String... arguments) throws InterruptedException {
    return Program.jcompose().reading(input, folder, environment, arguments);
  }

  Running startJcompose(String... arguments) {
    return Program.jcompose().start(folder, environment, arguments);
  }

  /// Starts it in a terminal.
  TerminalWindow openJcompose(String... arguments) {
    var command = new ArrayList<>(Program.jcompose().words());
    command.addAll(List.of(arguments));
    return TerminalWindow.open(folder, environment, command);
  }

  /// Starts it with another engine than that of the machine, or another way to it.
  Running startJcomposeAt(String engine, String... arguments) throws InterruptedException {
    rememberVolumes();
    Map<String, String> there = new LinkedHashMap<>(environment);
    there.put("DOCKER_HOST", engine);
    return Program.jcompose().start(folder, there, arguments);
  }

  /// Runs another program in the project's folder, with variables of its own besides.
  Run other(Program program, Map<String, String> more, String... arguments)
      throws InterruptedException {
    rememberVolumes();
    Map<String, String> all = new LinkedHashMap<>(environment);
    all.putAll(more);
    return program.run(folder, all, arguments);
  }

  Run reference(String... arguments) throws InterruptedException {
    rememberVolumes();
    return Program.reference().orElseThrow().run(folder, environment, arguments);
  }

  List<ObservedContainer> containers() throws InterruptedException {
    return engine.containers(name);
  }

  /// Container names with their ids: equal before and after means that nothing was recreated.
  Map<String, String> containerIds() throws InterruptedException {
    Map<String, String> ids = new LinkedHashMap<>();
    containers().forEach(container -> ids.put(container.name(), container.id().value()));
    return ids;
  }

  /// All that the engine holds of the project, by kind and name.
  List<String> leftovers() throws InterruptedException {
    List<String> found = new ArrayList<>();
    containers().forEach(container -> found.add("container " + container.name()));
    engine.networks(name).forEach(network -> found.add("network " + network.name()));
    engine.volumes(name).forEach(volume -> found.add("volume " + volume.name()));
    return found;
  }

  /// Takes it that this anonymous volume may stay, as nobody asked for its removal when its
  /// container went; closing the project removes it.
  void mayStay(String volume) {
    volumesThatStay.add(volume);
  }

  /// Takes it that the images which its file names may stay, so that others need not build them.
  TestProject keepingItsImages() {
    imagesMayStay = true;
    return this;
  }

  private void rememberVolumes() throws InterruptedException {
    containers().stream()
        .flatMap(container -> container.mounts().stream())
        .flatMap(mount -> mount.name().stream())
        .filter(volume -> volume.matches("[0-9a-f]{64}"))
        .forEach(anonymousVolumes::add);
  }

  private List<String> anonymousVolumesLeft() throws InterruptedException {
    List<String> left = new ArrayList<>();
    for (String volume : anonymousVolumes) {
      if (engine.volume(volume).isPresent()) {
        left.add("volume " + volume);
      }
    }
    return left;
  }

  /// Those of earlier builds, which docker leaves, too.
  private void removeUnnamedImages() {
    try {
      var socket = EngineSocket.of(environment);
      if (socket.isPresent()) {
        socket.get().pruneImages(name);
        if (!imagesMayStay) {
          assertThat(socket.get().images(name)).as("images left after " + name).isEmpty();
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    try {
      Run down =
          jcompose(
              "-p", name.value(), "down", "-v", "-t", "0", "--remove-orphans", "--rmi", "local");
      assertThat(leftovers()).as("left after down: " + down.out() + down.err()).isEmpty();
      removeUnnamedImages();
      for (String volume : volumesThatStay) {
        engine.removeVolume(volume);
      }
      assertThat(anonymousVolumesLeft()).as("left after " + name).isEmpty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted before " + name + " was taken down", e);
    }
  }
}
