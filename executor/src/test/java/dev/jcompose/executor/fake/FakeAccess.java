package dev.jcompose.executor.fake;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.access.Commit;
import dev.jcompose.executor.access.Dialogue;
import dev.jcompose.executor.access.Execution;
import dev.jcompose.executor.access.ImageSummary;
import dev.jcompose.executor.access.PathInfo;
import dev.jcompose.executor.access.ProcessTable;
import dev.jcompose.executor.access.Usage;
import dev.jcompose.executor.access.VolumeSummary;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.OneOff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.locks.Lock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What people do with containers of the fake engine. Every container has one process, and uses the
/// same.
final class FakeAccess implements Access {
  private static final Instant TAGGED = Instant.parse("2025-12-31T00:00:00Z");
  private static final Usage IDLE =
      new Usage(12.5, 1_048_576, 4_194_304, 1_500, 0, 2_000_000, 4_096, 1);
  private static final long SIZE = 7_654_321;

  private final FakeMachine machine;
  private final FakeStore store;
  private final FakeMaking making;

  FakeAccess(FakeMachine machine, FakeStore store, FakeMaking making) {
    this.machine = machine;
    this.making = making;
    this.store = store;
  }

  @Override
  public List<ObservedContainer> containers() throws InterruptedException {
    return locked(() ->
        machine.containers.values().stream()
            .filter(container -> container.labels.containsKey(Labels.PROJECT))
            .map(FakeContainer::listed)
            .sorted(Comparator.comparing(ObservedContainer::name))
            .toList());
  }

  @Override
  public List<SequencedMap<String, String>> labelled(String label) throws InterruptedException {
    return locked(() ->
        Stream.of(
                machine.containers.values().stream().map(container -> container.labels),
                store.networks.values().stream().map(ObservedNetwork::labels),
                store.volumes.values().stream().map(ObservedVolume::labels))
            .<SequencedMap<String, String>>flatMap(labels -> labels)
            .filter(labels -> labels.containsKey(label))
            .toList());
  }

  @Override
  public List<VolumeSummary> volumes(ProjectName project) throws InterruptedException {
    return locked(() ->
        store.volumes.values().stream()
            .filter(volume -> volume.label(Labels.PROJECT).equals(Optional.of(project.value())))
            .map(volume ->
                new VolumeSummary(
                    volume.name(),
                    volume.driver(),
                    "/volumes/" + volume.name(),
                    "local",
                    volume.labels()))
            .toList());
  }

  @Override
  public Optional<ImageSummary> image(String reference) throws InterruptedException {
    return locked(() ->
        store
            .image(reference)
            .map(image ->
                new ImageSummary(
                    image.id(), tags(image), "linux/amd64", SIZE, Optional.of(TAGGED))));
  }

  private List<String> tags(ObservedImage image) {
    return store.images.entrySet().stream()
        .filter(named -> named.getValue().id().equals(image.id()))
        .map(named -> named.getKey())
        .toList();
  }

  @Override
  public String inspection(ContainerId id) throws InterruptedException {
    return of(
        id,
        container ->
            "{\n  \"Id\": \"%s\",\n  \"Name\": \"/%s\"\n}"
                .formatted(container.id.value(), container.name));
  }

  @Override
  public ProcessTable processes(ContainerId id) throws InterruptedException {
    return of(
        id,
        container -> {
          if (container.state != State.RUNNING) {
            throw new EngineException(
                EngineException.Kind.CONFLICT, container.name + " does not run");
          }
          return new ProcessTable(
              List.of("UID", "PID", "CMD"),
              List.of(List.of("root", "4711", container.listed().command())));
        });
  }

  @Override
  public Usage usage(ContainerId id) throws InterruptedException {
    return of(id, container -> container.isAlive() ? IDLE : new Usage(0, 0, 0, 0, 0, 0, 0, 0));
  }

  @Override
  public void follow(ContainerId id, Consumer<Usage> listener) throws InterruptedException {
    listener.accept(usage(id));
  }

  @Override
  public Dialogue exec(ContainerId id, Execution execution) throws InterruptedException {
    ExecResult result = started(id, execution);
    return execution.command().equals(List.of("cat"))
        ? FakeDialogue.echo(() -> {})
        : FakeDialogue.saying(result);
  }

  @Override
  public void execDetached(ContainerId id, Execution execution) throws InterruptedException {
    var _ = started(id, execution);
  }

  private ExecResult started(ContainerId id, Execution execution) throws InterruptedException {
    return of(
        id,
        container -> {
          if (container.state != State.RUNNING) {
            throw new EngineException(
                EngineException.Kind.CONFLICT, container.name + " does not run");
          }
          return FakeShell.run(execution.command())
              .orElseGet(() -> new ExecResult(127, "no such command\n"));
        });
  }

  /// The process says nothing more, and ends when it has heard all.
  @Override
  public Dialogue attach(ContainerId id, boolean takesInput, Optional<String> detachKeys)
      throws InterruptedException {
    int code = of(id, container -> container.exitCode.orElse(0));
    return FakeDialogue.saying(new ExecResult(code, ""));
  }

  /// What it writes, and how it ends, is what its behaviour says; `cat` runs for as long as it is
  /// told something.
  @Override
  public Dialogue start(ContainerId id, OneOff made) throws InterruptedException {
    machine.lock.lockInterruptibly();
    try {
      FakeContainer container = making.existing(id);
      making.start(container);
      if (FakeShell.words(container.spec.service().execution().command()).equals(List.of("cat"))) {
        return FakeDialogue.echo(() -> ended(container));
      }
      machine.awaitSettled();
      Behaviour.Run run = machine.behaviour(container).run(container.run);
      var words = run.log().stream().map(line -> line + "\n").collect(Collectors.joining());
      return FakeDialogue.saying(new ExecResult(run.exitCode().orElse(0), words));
    } finally {
      machine.lock.unlock();
    }
  }

  private void ended(FakeContainer container) {
    machine.lock.lock();
    try {
      machine.end(container, 0);
    } finally {
      machine.lock.unlock();
    }
  }

  @Override
  public void export(ContainerId id, OutputStream archive)
      throws InterruptedException, IOException {
    archive.write(("the files of " + of(id, container -> container.name) + "\n").getBytes(UTF_8));
  }

  @Override
  public Optional<PathInfo> look(ContainerId id, String path) throws InterruptedException {
    return of(id, container -> container.files.look(path));
  }

  @Override
  public void download(ContainerId id, String path, ArchiveReader reader)
      throws InterruptedException, IOException {
    reader.read(new ByteArrayInputStream(of(id, container -> container.files.pack(path))));
  }

  @Override
  public void upload(ContainerId id, String folder, InputStream archive, boolean keepsOwners)
      throws InterruptedException, IOException {
    byte[] tar = archive.readAllBytes();
    var _ = of(id, container -> container.files.unpack(folder, tar));
  }

  @Override
  public void replace(ContainerId id, InputStream archive)
      throws InterruptedException, IOException {
    upload(id, "/", archive, true);
  }

  @Override
  public String commit(ContainerId id, Commit commit) throws InterruptedException {
    return of(
        id,
        _ -> {
          ObservedImage image = store.plainImage();
          store.images.put(commit.name().map(FakeStore::tagged).orElse(image.id().value()), image);
          return image.id().value();
        });
  }

  private <T> T of(ContainerId id, Function<FakeContainer, T> work) throws InterruptedException {
    return locked(() -> {
      FakeContainer container = machine.containers.get(id);
      if (container == null) {
        throw new EngineException(
            EngineException.Kind.NOT_FOUND, "no such container: " + id.value());
      }
      return work.apply(container);
    });
  }

  private <T> T locked(Calls.Work<T> work) throws InterruptedException {
    Lock lock = machine.lock;
    lock.lockInterruptibly();
    try {
      return work.run();
    } finally {
      lock.unlock();
    }
  }
}
