package dev.jcompose.executor.fake;

import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.ContainerEvent;
import dev.jcompose.executor.Engine;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineInfo;
import dev.jcompose.executor.EventListener;
import dev.jcompose.executor.EventStream;
import dev.jcompose.executor.ExecResult;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.executor.JointBuilder;
import dev.jcompose.executor.LogLine;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.Window;
import dev.jcompose.executor.access.Access;
import dev.jcompose.executor.fake.Calls.Kind;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Network;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Sensitive;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.EngineSite;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Step;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;

/// An engine in memory: it keeps state as a real one does, and refuses what a real one refuses.
///
/// What its containers do is set with {@link #behave}, trouble with {@link #calls()}; the methods
/// of {@link #hand()} do what happens outside the project's commands.
public final class FakeEngine implements Engine {
  private final String id = UUID.randomUUID().toString();
  private final Calls calls = new Calls();
  private final FakeMachine machine = new FakeMachine();
  private final FakeStore store = new FakeStore();
  private final FakeMaking making = new FakeMaking(machine, store);
  private final FakeLogs logs = new FakeLogs(machine);
  private volatile Optional<JointBuilder> jointBuilder = Optional.empty();

  /// Every call made so far, and the trouble calls are to meet.
  public Calls calls() {
    return calls;
  }

  /// The hand that changes things behind the back of the program under test.
  public FakeHand hand() {
    return new FakeHand(machine, store);
  }

  /// Says how images are built from now on; before, they are built one by one.
  public FakeEngine buildBy(JointBuilder builder) {
    jointBuilder = Optional.of(builder);
    return this;
  }

  /// Says what the containers of a service do from their next start on.
  public FakeEngine behave(String service, Behaviour behaviour) {
    machine.lock.lock();
    try {
      machine.behave(service, behaviour);
      return this;
    } finally {
      machine.lock.unlock();
    }
  }

  @Override
  public EngineInfo info() throws InterruptedException {
    return call(Kind.INFO, "", () -> new EngineInfo("fake:", "28.5.0", "1.51", "linux", "x86_64"));
  }

  @Override
  public EngineSite site() {
    return EngineSite.HERE;
  }

  /// It is new enough for all, unless the hand says otherwise.
  @Override
  public List<Problem> lacks(List<Step> steps) {
    return store.lacks;
  }

  @Override
  public String id() throws InterruptedException {
    return call(Kind.ID, "", () -> id);
  }

  @Override
  public List<ObservedContainer> containers(ProjectName project) throws InterruptedException {
    return call(
        Kind.LIST_CONTAINERS,
        project.value(),
        () ->
            machine.containers.values().stream()
                .filter(container -> isOf(project, container.labels))
                .map(FakeContainer::listed)
                .sorted(Comparator.comparing(ObservedContainer::name))
                .toList());
  }

  @Override
  public Optional<ObservedContainer> container(ContainerId id) throws InterruptedException {
    return call(
        Kind.INSPECT_CONTAINER,
        id.value(),
        () -> Optional.ofNullable(machine.containers.get(id)).map(FakeContainer::inspected));
  }

  @Override
  public Optional<ObservedContainer> named(String nameOrId) throws InterruptedException {
    return call(
        Kind.INSPECT_CONTAINER,
        nameOrId,
        () ->
            machine.containers.values().stream()
                .map(FakeContainer::inspected)
                .filter(found ->
                    found.name().equals(nameOrId) || found.id().value().startsWith(nameOrId))
                .findFirst());
  }

  @Override
  public List<ObservedNetwork> networks(ProjectName project) throws InterruptedException {
    return call(
        Kind.LIST_NETWORKS,
        project.value(),
        () ->
            store.networks.values().stream()
                .filter(network -> isOf(project, network.labels()))
                .toList());
  }

  @Override
  public Optional<ObservedNetwork> network(String name) throws InterruptedException {
    return call(Kind.INSPECT_NETWORK, name, () -> Optional.ofNullable(store.networks.get(name)));
  }

  @Override
  public List<ObservedVolume> volumes(ProjectName project) throws InterruptedException {
    return call(
        Kind.LIST_VOLUMES,
        project.value(),
        () ->
            store.volumes.values().stream()
                .filter(volume -> isOf(project, volume.labels()))
                .toList());
  }

  @Override
  public Optional<ObservedVolume> volume(String name) throws InterruptedException {
    return call(Kind.INSPECT_VOLUME, name, () -> Optional.ofNullable(store.volumes.get(name)));
  }

  @Override
  public Optional<ObservedImage> image(String reference) throws InterruptedException {
    return call(Kind.INSPECT_IMAGE, reference, () -> store.image(reference));
  }

  @Override
  public ContainerId createContainer(
      ContainerSpec container,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids)
      throws InterruptedException {
    return call(
        Kind.CREATE_CONTAINER, container.name(), () -> making.container(container, labels, ids).id);
  }

  @Override
  public void startContainer(ContainerId id) throws InterruptedException {
    act(Kind.START_CONTAINER, id, making::start);
  }

  @Override
  public void stopContainer(ContainerId id, Optional<Duration> timeout)
      throws InterruptedException {
    act(Kind.STOP_CONTAINER, id, container -> machine.stop(container, 137, "stop"));
  }

  @Override
  public void killContainer(ContainerId id, String signal) throws InterruptedException {
    act(Kind.KILL_CONTAINER, id, container -> machine.stop(container, 137, "kill"));
  }

  @Override
  public void pauseContainer(ContainerId id) throws InterruptedException {
    act(Kind.PAUSE_CONTAINER, id, machine::pause);
  }

  @Override
  public void unpauseContainer(ContainerId id) throws InterruptedException {
    act(Kind.UNPAUSE_CONTAINER, id, machine::unpause);
  }

  @Override
  public void removeContainer(ContainerId id, Operation.AnonymousVolumes volumes)
      throws InterruptedException {
    run(
        Kind.REMOVE_CONTAINER,
        id.value(),
        () -> {
          FakeContainer container = machine.containers.remove(id);
          if (container != null) {
            making.removed(container, volumes);
          }
        });
  }

  @Override
  public void renameContainer(ContainerId id, String name) throws InterruptedException {
    act(Kind.RENAME_CONTAINER, id, container -> making.rename(container, name));
  }

  @Override
  public void connect(ContainerId id, Endpoint endpoint) throws InterruptedException {
    act(Kind.CONNECT, id, container -> making.connect(container, endpoint.network()));
  }

  @Override
  public void disconnect(ContainerId id, String network) throws InterruptedException {
    act(Kind.DISCONNECT, id, container -> container.networks.remove(network));
  }

  @Override
  public Sensitive credentials() {
    return new Sensitive("{\"auths\":{}}");
  }

  @Override
  public void upload(ContainerId id, String directory, byte[] tar) throws InterruptedException {
    act(Kind.UPLOAD, id, container -> making.upload(container, directory, tar));
  }

  @Override
  public ExecResult exec(ContainerId id, Hook command, Consumer<String> listener)
      throws InterruptedException {
    var result = execNow(id, command);
    result.output().lines().forEach(listener);
    return result;
  }

  private ExecResult execNow(ContainerId id, Hook command) throws InterruptedException {
    return call(
        Kind.EXEC,
        id.value(),
        () -> {
          FakeContainer container = making.existing(id);
          if (container.state != State.RUNNING) {
            throw new EngineException(
                EngineException.Kind.CONFLICT,
                "cannot run a command in \"%s\": it does not run".formatted(container.name));
          }
          return FakeShell.run(FakeShell.words(command.command()))
              .orElseGet(machine.behaviour(container)::exec);
        });
  }

  @Override
  public void createNetwork(Network network, SequencedMap<String, String> labels)
      throws InterruptedException {
    run(Kind.CREATE_NETWORK, network.name(), () -> store.createNetwork(network, labels));
  }

  @Override
  public void removeNetwork(String idOrName) throws InterruptedException {
    run(Kind.REMOVE_NETWORK, idOrName, () -> making.removeNetwork(idOrName));
  }

  @Override
  public void createVolume(Volume volume, SequencedMap<String, String> labels)
      throws InterruptedException {
    run(Kind.CREATE_VOLUME, volume.name(), () -> store.createVolume(volume, labels));
  }

  @Override
  public void removeVolume(String name) throws InterruptedException {
    run(Kind.REMOVE_VOLUME, name, () -> making.removeVolume(name));
  }

  @Override
  public void pull(String image, Optional<String> platform, Consumer<ImageProgress> progress)
      throws InterruptedException {
    progress.accept(new ImageProgress(Optional.empty(), "Pulling from fake", 0, 0));
    run(Kind.PULL, image, () -> store.pull(image));
    progress.accept(new ImageProgress(Optional.of("0123456789ab"), "Pull complete", 7, 7));
  }

  @Override
  public void push(String image, Consumer<ImageProgress> progress) throws InterruptedException {
    progress.accept(new ImageProgress(Optional.of("0123456789ab"), "Pushing", 3, 7));
    run(Kind.PUSH, image, () -> store.push(image));
    progress.accept(new ImageProgress(Optional.of("0123456789ab"), "Pushed", 7, 7));
  }

  @Override
  public String pinned(String image) throws InterruptedException {
    return image.contains("@")
        ? store.pinned(image)
        : call(Kind.PIN, image, () -> store.pinned(image));
  }

  @Override
  public Optional<JointBuilder> jointBuilder() {
    return jointBuilder;
  }

  @Override
  public void build(Operation.BuildImage build, BuildOptions options, Consumer<String> output)
      throws InterruptedException {
    output.accept("Step 1/1 : FROM scratch");
    run(Kind.BUILD, build.image(), () -> store.built(build));
  }

  @Override
  public void removeImage(String reference) throws InterruptedException {
    run(Kind.REMOVE_IMAGE, reference, () -> making.removeImage(reference));
  }

  @Override
  public EventStream events(ProjectName project, EventListener listener)
      throws InterruptedException {
    return call(
        Kind.EVENTS,
        project.value(),
        () -> machine.streams.open(project, listener, machine.lock::lock, machine.lock::unlock));
  }

  /// Tells what the fake remembers, and does not wait for more.
  @Override
  public void events(ProjectName project, Window window, Consumer<ContainerEvent> listener)
      throws InterruptedException {
    call(Kind.EVENTS, project.value(), () -> machine.streams.past(project)).stream()
        .filter(event -> window.since().filter(event.time()::isBefore).isEmpty())
        .filter(event -> window.until().filter(event.time()::isAfter).isEmpty())
        .forEach(listener);
  }

  @Override
  public void logs(ContainerId id, LogOptions options, Consumer<LogLine> listener)
      throws InterruptedException {
    FakeContainer container = call(Kind.LOGS, id.value(), () -> making.existing(id));
    logs.read(container, options, listener);
  }

  @Override
  public Access access() {
    return new FakeAccess(machine, store, making);
  }

  @Override
  public void close() {
    machine.lock.lock();
    try {
      machine.streams.end();
    } finally {
      machine.lock.unlock();
    }
  }

  private void act(Kind kind, ContainerId id, Consumer<FakeContainer> action)
      throws InterruptedException {
    run(kind, nameOf(id), () -> action.accept(making.existing(id)));
  }

  /// The name of a container for the list of calls; its id when it is not there.
  private String nameOf(ContainerId id) {
    machine.lock.lock();
    try {
      FakeContainer container = machine.containers.get(id);
      return container == null ? id.value() : container.name;
    } finally {
      machine.lock.unlock();
    }
  }

  private void run(Kind kind, String subject, Runnable action) throws InterruptedException {
    var _ =
        call(
            kind,
            subject,
            () -> {
              action.run();
              return kind;
            });
  }

  private <T> T call(Kind kind, String subject, Calls.Work<T> work) throws InterruptedException {
    return calls.make(
        kind,
        subject,
        () -> {
          machine.lock.lockInterruptibly();
          try {
            return work.run();
          } finally {
            machine.lock.unlock();
          }
        });
  }

  private static boolean isOf(ProjectName project, Map<String, String> labels) {
    return project.value().equals(labels.get(Labels.PROJECT));
  }
}
