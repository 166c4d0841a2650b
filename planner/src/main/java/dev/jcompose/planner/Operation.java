package dev.jcompose.planner;

import dev.jcompose.model.Build;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Hook;
import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// One call to the engine, or one wait. All it needs is in the record: nothing is decided later.
public sealed interface Operation {
  /// Fetches an image from its registry.
  record PullImage(
      ServiceName service, String image, Optional<String> platform, OnFailure onFailure)
      implements Operation {}

  /// Sends an image to its registry.
  record PushImage(ServiceName service, String image, OnFailure onFailure) implements Operation {}

  /// Builds the image of a service.
  ///
  /// @param image the name it is given, beside the tags of the build itself
  /// @param labels for the image, beside those of the build itself
  /// @param secrets what the steps of the build may read, by id
  /// @param contexts the builds of other services whose images are further contexts of this one, by
  ///   the context's name
  record BuildImage(
      ServiceName service,
      String image,
      Build build,
      Optional<String> platform,
      SequencedMap<String, String> labels,
      SequencedMap<String, FileSource> secrets,
      SequencedMap<String, BuildImage> contexts)
      implements Operation {
    public BuildImage {
      labels = Ordered.map(labels);
      secrets = Ordered.map(secrets);
      contexts = Ordered.map(contexts);
    }
  }

  /// Removes an image; one that is not there is no failure.
  record RemoveImage(String image) implements Operation {}

  /// Makes a network under {@link Network#name()}.
  record CreateNetwork(Network network, SequencedMap<String, String> labels) implements Operation {
    public CreateNetwork {
      labels = Ordered.map(labels);
    }
  }

  /// Removes a network; one that is not there is no failure.
  record RemoveNetwork(String id, String name) implements Operation {}

  /// Attaches a container.
  record ConnectNetwork(ContainerRef container, Endpoint endpoint) implements Operation {}

  /// Detaches a container.
  record DisconnectNetwork(ContainerRef container, String network) implements Operation {}

  /// Makes a volume under {@link Volume#name()}.
  record CreateVolume(Volume volume, SequencedMap<String, String> labels) implements Operation {
    public CreateVolume {
      labels = Ordered.map(labels);
    }
  }

  /// Removes a volume with its data; one that is not there is no failure.
  record RemoveVolume(String name) implements Operation {}

  /// Makes a container; it does not run yet.
  record CreateContainer(ContainerSpec container) implements Operation {}

  /// Writes configs and secrets into a container that does not run yet.
  record UploadFiles(ContainerRef container, List<FileUpload> files) implements Operation {
    public UploadFiles {
      files = List.copyOf(files);
    }
  }

  /// Starts a container.
  record StartContainer(ContainerRef container) implements Operation {}

  /// Stops a container.
  ///
  /// @param timeout how long it may take before it is killed; left out: the container's own time
  record StopContainer(ContainerRef container, Optional<Duration> timeout) implements Operation {}

  /// Sends a signal to a container; one that does not run is no failure.
  record KillContainer(ContainerRef container, String signal) implements Operation {}

  /// Freezes the processes of a container; one that is frozen is no failure.
  record PauseContainer(ContainerRef container) implements Operation {}

  /// Lets the processes of a container go on; one that is not frozen is no failure.
  record UnpauseContainer(ContainerRef container) implements Operation {}

  /// Removes a container, by force if it still runs; one that is not there is no failure.
  record RemoveContainer(ContainerRef container, AnonymousVolumes volumes) implements Operation {}

  /// Gives a container another name.
  record RenameContainer(ContainerRef container, String to) implements Operation {}

  /// Runs a command in a running container; an exit code other than 0 is a failure.
  record RunHook(ContainerRef container, Hook hook, String moment) implements Operation {}

  /// Starts the container of a `pre_start` hook and waits for its end; an exit code other than 0 is
  /// a failure, and then the container stays for a look at it.
  ///
  /// @param index the place of the hook in its list, from 0
  record RunPreStart(ContainerRef container, int index) implements Operation {}

  /// Waits until a container is as wanted.
  ///
  /// @param required whether the plan fails when that cannot come true any more
  record Await(ContainerRef container, Awaited awaited, boolean required) implements Operation {}

  /// What it is done to, with the engine's name, e.g. `network shop_default` or `shop-web-1`.
  default String subject() {
    return OperationText.subject(this);
  }

  /// What is done, e.g. `create container`; it never shows a file's content.
  default String action() {
    return OperationText.action(this);
  }

  /// What it means for the rest of the plan when it fails.
  default OnFailure onFailure() {
    return OnFailure.STOP;
  }

  /// Whether it fetches or builds an image.
  default boolean isAboutImages() {
    return this instanceof PullImage || this instanceof BuildImage;
  }

  /// What a failure means for the rest of the plan.
  enum OnFailure {
    /// No other step begins.
    STOP,
    /// The others go on, and the plan has failed at its end.
    GO_ON,
    /// It does not matter.
    TOLERATE
  }

  /// What becomes of the anonymous volumes of a container that is removed.
  enum AnonymousVolumes {
    /// They stay, for another container to take over or for nobody.
    KEEP,
    /// They go with it.
    REMOVE
  }

  /// What is waited for.
  enum Awaited {
    /// It runs.
    RUNNING("it runs"),
    /// Its health check passes; one without a check need only run.
    HEALTHY("it is healthy"),
    /// It ended with exit code 0.
    COMPLETED("it has completed"),
    /// It runs and is well if it has a check, or it ended with exit code 0.
    READY("it is ready");

    private final String words;

    Awaited(String words) {
      this.words = words;
    }

    /// E.g. `it is healthy`.
    public String words() {
      return words;
    }
  }
}
