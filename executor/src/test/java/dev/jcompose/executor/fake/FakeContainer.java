package dev.jcompose.executor.fake;

import dev.jcompose.executor.LogLine;
import dev.jcompose.model.Command;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.RestartPolicy;
import dev.jcompose.model.Service;
import dev.jcompose.planner.ContainerAttributes;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.ContainerStatus;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedEndpoint;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.PublishedPort;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A container of the fake engine. Guarded by the engine's lock.
final class FakeContainer {
  /// So often a container is restarted at most; a real engine would wait longer each time.
  private static final int RESTARTS = 5;

  final ContainerId id;
  final ContainerSpec spec;
  final ObservedImage image;
  final SequencedMap<String, String> labels;
  final Instant created;
  final List<ObservedMount> mounts = new ArrayList<>();

  /// Volumes that were made with it and have no name of the user's.
  final List<String> ownVolumes = new ArrayList<>();

  /// Network ids by name.
  final Map<String, String> networks = new LinkedHashMap<>();

  final List<Written> log = new ArrayList<>();
  final List<byte[]> uploads = new ArrayList<>();
  final FakeFiles files = new FakeFiles();

  String name;
  State state = State.CREATED;
  Health health = Health.NONE;
  Optional<Integer> exitCode = Optional.empty();
  List<String> healthLog = List.of();
  int run;
  int restarts;
  boolean stoppedByHand;

  /// A line and when it was written.
  record Written(Instant time, LogLine.Source source, String text) {}

  FakeContainer(
      ContainerId id,
      ContainerSpec spec,
      ObservedImage image,
      SequencedMap<String, String> labels,
      Instant created) {
    this.id = id;
    this.spec = spec;
    this.image = image;
    this.name = spec.name();
    this.created = created;
    var all = new LinkedHashMap<>(image.labels());
    all.putAll(labels);
    this.labels = Ordered.map(all);
  }

  boolean isAlive() {
    return state == State.RUNNING || state == State.PAUSED || state == State.RESTARTING;
  }

  boolean hasHealthcheck() {
    return service()
        .lifecycle()
        .healthcheck()
        .map(check -> !check.disable() && !check.test().equals(List.of("NONE")))
        .orElse(image.hasHealthcheck());
  }

  /// Whether the engine starts it again after it ended by itself.
  boolean isToBeRestarted(int code) {
    Optional<RestartPolicy> policy = service().lifecycle().restart();
    return !stoppedByHand
        && restarts < RESTARTS
        && policy.isPresent()
        && switch (policy.get().condition()) {
          case NO -> false;
          case ALWAYS, UNLESS_STOPPED -> true;
          case ON_FAILURE -> code != 0 && restarts < policy.get().maxRetries().orElse(RESTARTS);
        };
  }

  List<Integer> publishedPorts() {
    return service().networking().ports().stream()
        .flatMap(port -> port.published().stream())
        .filter(range -> range.size() == 1 && range.first() != 0)
        .map(range -> range.first())
        .toList();
  }

  ObservedContainer listed() {
    return observed(Optional.empty());
  }

  ObservedContainer inspected() {
    var execution = service().execution();
    var environment = new LinkedHashMap<>(image.environment());
    execution
        .environment()
        .forEach((key, value) -> value.ifPresent(text -> environment.put(key, text)));
    return observed(
        Optional.of(
            new ContainerDetails(
                words(execution.command(), image.command()),
                words(execution.entrypoint(), image.entrypoint()),
                environment,
                execution.user().name(),
                execution.workingDir(),
                service().networking().hostNames().hostname(),
                ContainerAttributes.of(service(), Map.of()),
                service().lifecycle().healthcheck().map(Healthcheck::test).orElse(List.of()),
                healthLog)));
  }

  private Service service() {
    return spec.service();
  }

  private static List<String> words(Command command, List<String> ofImage) {
    return switch (command) {
      case Command.FromImage() -> ofImage;
      case Command.Words(List<String> words) -> words;
    };
  }

  private ObservedContainer observed(Optional<ContainerDetails> details) {
    var endpoints = new LinkedHashMap<String, ObservedEndpoint>();
    networks.forEach((network, id) ->
        endpoints.put(
            network,
            new ObservedEndpoint(
                state == State.CREATED ? "" : id, Optional.empty(), Optional.empty())));
    var ports =
        service().networking().ports().stream()
            .map(port ->
                new PublishedPort(
                    port.target(),
                    port.protocol(),
                    port.hostIp(),
                    port.published().map(range -> range.first())))
            .toList();
    return new ObservedContainer(
        id,
        name,
        new ObservedContainer.ContainerImage(spec.image().reference(), image.id()),
        labels,
        new ContainerStatus(state, health, exitCode, text()),
        endpoints,
        mounts,
        isAlive() ? ports : List.of(),
        String.join(" ", words(service().execution().command(), image.command())),
        created,
        details);
  }

  private String text() {
    return switch (state) {
      case CREATED -> "Created";
      case RUNNING ->
          health == Health.NONE
              ? "Up 1 second"
              : "Up 1 second (%s)"
                  .formatted(
                      health == Health.STARTING
                          ? "health: starting"
                          : health.name().toLowerCase(Locale.ROOT));
      case PAUSED -> "Up 1 second (Paused)";
      case RESTARTING -> "Restarting (%d) 1 second ago".formatted(exitCode.orElse(0));
      case REMOVING -> "Removal In Progress";
      case EXITED -> "Exited (%d) 1 second ago".formatted(exitCode.orElse(0));
      case DEAD -> "Dead";
    };
  }
}
