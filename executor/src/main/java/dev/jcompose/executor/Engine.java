package dev.jcompose.executor;

import dev.jcompose.executor.access.Access;
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
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Consumer;
import java.util.function.Function;

/// A container engine, with one method for each thing we need of it.
///
/// Every method blocks until the engine has answered, may be called by many threads at once, and
/// ends with {@link EngineException} when the engine refuses or cannot be reached. An interrupted
/// thread's call ends soon with an {@link InterruptedException}.
public interface Engine extends AutoCloseable {
  /// What it is.
  EngineInfo info() throws InterruptedException;

  /// What tells it from all other engines, by whatever address it is reached.
  String id() throws InterruptedException;

  /// Where it looks for the paths that it is told.
  EngineSite site();

  /// What it lacks for what these steps make, e.g. because it is too old; empty when it can do all.
  /// Older engines leave out what they do not know, without a word.
  List<Problem> lacks(List<Step> steps) throws InterruptedException;

  /// All containers of a project, whatever their state, one-offs included, sorted by name. The list
  /// may be a moment behind a container that has just ended by itself; {@link #container} is not.
  List<ObservedContainer> containers(ProjectName project) throws InterruptedException;

  /// A container as it is now, with {@link ObservedContainer#details()}; empty when there is none.
  Optional<ObservedContainer> container(ContainerId id) throws InterruptedException;

  /// The same by its name or its id, of which the beginning is enough where it means one container.
  Optional<ObservedContainer> named(String nameOrId) throws InterruptedException;

  /// All networks that carry the project's label, sorted by name.
  List<ObservedNetwork> networks(ProjectName project) throws InterruptedException;

  /// The network of exactly that name; empty when there is none.
  Optional<ObservedNetwork> network(String name) throws InterruptedException;

  /// All volumes that carry the project's label, sorted by name.
  List<ObservedVolume> volumes(ProjectName project) throws InterruptedException;

  /// The volume of that name; empty when there is none.
  Optional<ObservedVolume> volume(String name) throws InterruptedException;

  /// The image that a reference means; empty when it is not there.
  Optional<ObservedImage> image(String reference) throws InterruptedException;

  /// Makes a container with one endpoint or more and gives its id; it does not run.
  ///
  /// @param labels in place of those of the specification
  /// @param ids the ids of the containers that the specification refers to
  ContainerId createContainer(
      ContainerSpec container,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids)
      throws InterruptedException;

  /// Starts a container; one that runs already is no failure.
  void startContainer(ContainerId id) throws InterruptedException;

  /// Stops a container and returns when it has ended; one that does not run is no failure.
  ///
  /// @param timeout how long it may take before it is killed, in whole seconds; left out: its own
  ///   time
  void stopContainer(ContainerId id, Optional<Duration> timeout) throws InterruptedException;

  /// Sends a signal; a container that does not run is no failure.
  void killContainer(ContainerId id, String signal) throws InterruptedException;

  /// Freezes the processes of a container; one that is frozen is no failure.
  void pauseContainer(ContainerId id) throws InterruptedException;

  /// Lets the processes of a container go on; one that is not frozen is no failure.
  void unpauseContainer(ContainerId id) throws InterruptedException;

  /// Removes a container, by force; one that is not there is no failure.
  void removeContainer(ContainerId id, Operation.AnonymousVolumes volumes)
      throws InterruptedException;

  /// Gives a container another name.
  void renameContainer(ContainerId id, String name) throws InterruptedException;

  /// Attaches a container to a network.
  void connect(ContainerId id, Endpoint endpoint) throws InterruptedException;

  /// Detaches a container from a network; one that is not attached is no failure.
  void disconnect(ContainerId id, String network) throws InterruptedException;

  /// What a container needs to know to use registries as the user does: the content of a
  /// configuration of the docker command line with his credentials, and nothing else.
  Sensitive credentials() throws InterruptedException;

  /// Unpacks an uncompressed tar archive into a directory of the container.
  void upload(ContainerId id, String directory, byte[] tar) throws InterruptedException;

  /// Runs a command in a running container to its end.
  ///
  /// @param listener called with each line it writes, by the calling thread
  ExecResult exec(ContainerId id, Hook command, Consumer<String> listener)
      throws InterruptedException;

  /// The same without a listener.
  default ExecResult exec(ContainerId id, Hook command) throws InterruptedException {
    return exec(id, command, _ -> {});
  }

  /// Makes a network.
  void createNetwork(Network network, SequencedMap<String, String> labels)
      throws InterruptedException;

  /// Removes a network; one that is not there is no failure.
  void removeNetwork(String idOrName) throws InterruptedException;

  /// Makes a volume.
  void createVolume(Volume volume, SequencedMap<String, String> labels) throws InterruptedException;

  /// Removes a volume with its data; one that is not there is no failure.
  void removeVolume(String name) throws InterruptedException;

  /// Fetches an image from its registry.
  void pull(String image, Optional<String> platform, Consumer<ImageProgress> progress)
      throws InterruptedException;

  /// Sends an image to its registry.
  void push(String image, Consumer<ImageProgress> progress) throws InterruptedException;

  /// The reference that means exactly what a registry has under a name now, written out in full:
  /// `r.example/shop/web:1@sha256:…`. One that has a digest already needs no registry; a tag beside
  /// it is left out.
  String pinned(String image) throws InterruptedException;

  /// What builds several images in one go; empty when they are to be built one by one.
  Optional<JointBuilder> jointBuilder() throws InterruptedException;

  /// Builds an image, with the builder that every engine has of its own.
  void build(Operation.BuildImage build, BuildOptions options, Consumer<String> output)
      throws InterruptedException;

  /// Removes an image; one that is not there is no failure.
  void removeImage(String reference) throws InterruptedException;

  /// Opens the stream of what happens to the containers of a project. When this returns, everything
  /// that happens from then on will be in the stream.
  EventStream events(ProjectName project, EventListener listener) throws InterruptedException;

  /// What happens to the containers of a project: from the beginning of the window on, or from now
  /// on, and up to its end, or for ever.
  ///
  /// @param listener called by the calling thread
  void events(ProjectName project, Window window, Consumer<ContainerEvent> listener)
      throws InterruptedException;

  /// Reads a container's log to its end, or for as long as it runs when following.
  ///
  /// @param listener called by the calling thread
  void logs(ContainerId id, LogOptions options, Consumer<LogLine> listener)
      throws InterruptedException;

  /// What people do with its containers beside that.
  Access access();

  /// Lets go of all connections.
  @Override
  void close();
}
