package dev.jcompose.executor.docker;

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
import dev.jcompose.executor.bake.Buildx;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Network;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Sensitive;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.EngineSite;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedNetwork;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.Step;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// A Docker Engine.
///
/// Making one costs nothing: the engine is looked for, and what is needed to talk to it loaded, at
/// the first call.
public final class DockerEngine implements Engine {
  private final Transport transport;
  private final Registries registries;
  private @Nullable Topics topics;
  private Optional<JointBuilder> jointBuilder = Optional.empty();
  private boolean askedForJointBuilder;

  /// @param environment the variables that say where the engine is and who the user is, as the
  ///   docker command line reads them: `DOCKER_HOST`, `DOCKER_CONTEXT`, `DOCKER_CONFIG`,
  ///   `DOCKER_TLS_VERIFY`, `DOCKER_CERT_PATH`, `HOME`, `PATH`
  public DockerEngine(Map<String, String> environment) {
    CliConfig config = CliConfig.of(environment);
    transport = new Transport(config);
    registries = new Registries(config);
  }

  /// What is asked of an engine, by topic. Naming these classes loads some of docker-java's
  /// already.
  private record Topics(
      Acts acts, Images images, Containers containers, Networks networks, Volumes volumes) {}

  private synchronized Topics topics() {
    if (topics == null) {
      Acts acts = new Acts(transport);
      Images images = new Images(transport, registries);
      topics =
          new Topics(
              acts,
              images,
              new Containers(transport, acts, images),
              new Networks(transport, acts),
              new Volumes(transport));
    }
    return topics;
  }

  @Override
  public EngineInfo info() throws InterruptedException {
    JsonValue version = transport.json(Call.get("ask the engine for its version", "version"));
    return new EngineInfo(
        transport.address().uri().toString(),
        version.path("Version").asText(),
        version.path("ApiVersion").asText(),
        version.path("Os").asText(),
        version.path("Arch").asText());
  }

  /// Engines that have no id are told apart by their addresses.
  @Override
  public String id() throws InterruptedException {
    String id = transport.json(Call.get("ask the engine for its id", "info")).path("ID").asText();
    return id.isEmpty() ? transport.address().uri().toString() : id;
  }

  @Override
  public EngineSite site() {
    return transport.address().site();
  }

  @Override
  public List<Problem> lacks(List<Step> steps) throws InterruptedException {
    ApiVersion api = transport.apiVersion();
    List<Problem> problems = new ArrayList<>();
    for (Step step : steps) {
      Requirements.ofStep(step.operation(), api).ifPresent(problems::add);
      if (step.operation() instanceof Operation.BuildImage build && jointBuilder().isEmpty()) {
        ClassicLimits.problem(build).ifPresent(problems::add);
      }
    }
    return problems.stream().distinct().toList();
  }

  @Override
  public List<ObservedContainer> containers(ProjectName project) throws InterruptedException {
    return topics().containers().of(project);
  }

  @Override
  public Optional<ObservedContainer> container(ContainerId id) throws InterruptedException {
    return topics().containers().find(id);
  }

  @Override
  public Optional<ObservedContainer> named(String nameOrId) throws InterruptedException {
    return topics().containers().find(new ContainerId(nameOrId));
  }

  @Override
  public List<ObservedNetwork> networks(ProjectName project) throws InterruptedException {
    return topics().networks().of(project);
  }

  @Override
  public Optional<ObservedNetwork> network(String name) throws InterruptedException {
    return topics().networks().find(name);
  }

  @Override
  public List<ObservedVolume> volumes(ProjectName project) throws InterruptedException {
    return topics().volumes().of(project);
  }

  @Override
  public Optional<ObservedVolume> volume(String name) throws InterruptedException {
    return topics().volumes().find(name);
  }

  @Override
  public Optional<ObservedImage> image(String reference) throws InterruptedException {
    return topics().images().find(reference);
  }

  @Override
  public ContainerId createContainer(
      ContainerSpec container,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids)
      throws InterruptedException {
    return topics().containers().create(container, labels, ids);
  }

  @Override
  public void startContainer(ContainerId id) throws InterruptedException {
    try {
      topics().acts().start(id);
    } catch (EngineException refusal) {
      var port = EngineAdvice.takenPort(refusal.getMessage());
      if (port.isEmpty()) {
        throw refusal;
      }
      var holder = EngineAdvice.holder(port.get(), access().containers());
      throw new EngineException(refusal.kind(), refusal.getMessage() + holder, refusal);
    }
  }

  @Override
  public void stopContainer(ContainerId id, Optional<Duration> timeout)
      throws InterruptedException {
    topics().containers().stop(id, timeout);
  }

  @Override
  public void killContainer(ContainerId id, String signal) throws InterruptedException {
    topics().acts().kill(id, signal);
  }

  @Override
  public void pauseContainer(ContainerId id) throws InterruptedException {
    topics().containers().pause(id);
  }

  @Override
  public void unpauseContainer(ContainerId id) throws InterruptedException {
    topics().containers().unpause(id);
  }

  @Override
  public void removeContainer(ContainerId id, Operation.AnonymousVolumes anonymous)
      throws InterruptedException {
    topics().containers().remove(id, anonymous);
  }

  @Override
  public void renameContainer(ContainerId id, String name) throws InterruptedException {
    topics().acts().rename(id, name);
  }

  @Override
  public void connect(ContainerId id, Endpoint endpoint) throws InterruptedException {
    topics().containers().connect(id, endpoint);
  }

  @Override
  public void disconnect(ContainerId id, String network) throws InterruptedException {
    topics().acts().disconnect(id, network);
  }

  @Override
  public Sensitive credentials() throws InterruptedException {
    return registries.clientConfig();
  }

  @Override
  public void upload(ContainerId id, String directory, byte[] tar) throws InterruptedException {
    topics().containers().upload(id, directory, tar);
  }

  @Override
  public ExecResult exec(ContainerId id, Hook command, Consumer<String> listener)
      throws InterruptedException {
    return new Commands(transport).run(id, command, listener);
  }

  @Override
  public void createNetwork(Network network, SequencedMap<String, String> labels)
      throws InterruptedException {
    topics().networks().create(network, labels);
  }

  @Override
  public void removeNetwork(String idOrName) throws InterruptedException {
    topics().networks().remove(idOrName);
  }

  @Override
  public void createVolume(Volume volume, SequencedMap<String, String> labels)
      throws InterruptedException {
    topics().volumes().create(volume, labels);
  }

  @Override
  public void removeVolume(String name) throws InterruptedException {
    topics().acts().removeVolume(name);
  }

  @Override
  public void pull(String image, Optional<String> platform, Consumer<ImageProgress> progress)
      throws InterruptedException {
    topics().images().pull(image, platform, progress);
  }

  @Override
  public void push(String image, Consumer<ImageProgress> progress) throws InterruptedException {
    topics().images().push(image, progress);
  }

  @Override
  public String pinned(String image) throws InterruptedException {
    return topics().images().pinned(image);
  }

  @Override
  public synchronized Optional<JointBuilder> jointBuilder() throws InterruptedException {
    if (!askedForJointBuilder) {
      jointBuilder = Buildx.find(registries.config().environment()).map(found -> found);
      askedForJointBuilder = true;
    }
    return jointBuilder;
  }

  @Override
  public void build(Operation.BuildImage build, BuildOptions options, Consumer<String> output)
      throws InterruptedException {
    new Builds(transport, registries).build(build, options, output);
  }

  @Override
  public void removeImage(String reference) throws InterruptedException {
    topics().acts().removeImage(reference);
  }

  @Override
  public EventStream events(ProjectName project, EventListener listener)
      throws InterruptedException {
    return new Events(transport).open(project, listener);
  }

  @Override
  public void events(ProjectName project, Window window, Consumer<ContainerEvent> listener)
      throws InterruptedException {
    new Events(transport).read(project, window, listener);
  }

  @Override
  public void logs(ContainerId id, LogOptions options, Consumer<LogLine> listener)
      throws InterruptedException {
    new Logs(transport).read(id, options, listener);
  }

  @Override
  public Access access() {
    return new DockerAccess(transport);
  }

  @Override
  public void close() {
    transport.close();
  }
}
