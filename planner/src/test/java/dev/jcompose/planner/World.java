package dev.jcompose.planner;

import static java.util.Objects.requireNonNull;

import dev.jcompose.model.Network;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ContainerStatus.Health;
import dev.jcompose.planner.ContainerStatus.State;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/// What an engine would hold after plans were carried out on it. Containers become healthy when
/// that is waited for, and complete likewise.
final class World {
  private final Planner planner = new Planner(Yaml.HASHER);
  private final Map<StepId, ContainerId> made = new HashMap<>();
  private final SequencedMap<ContainerId, ObservedContainer> containers = new LinkedHashMap<>();
  private final SequencedMap<String, ObservedNetwork> networks = new LinkedHashMap<>();
  private final SequencedMap<String, ObservedVolume> volumes = new LinkedHashMap<>();
  private final SequencedMap<String, ObservedImage> images = new LinkedHashMap<>();
  private final SequencedMap<Path, ContentDigest> hostFiles = new LinkedHashMap<>();
  private final List<ObservedFolder> folders = new ArrayList<>();
  private int ids;

  /// The volumes without a name of the user's own, with the container they were made for.
  private final Map<String, ContainerId> anonymous = new LinkedHashMap<>();

  /// One that has these images.
  static World with(String... images) {
    var world = new World();
    for (String image : images) {
      world.image(image);
    }
    return world;
  }

  /// One on which the project is up.
  static World running(Project project, String... images) {
    return with(images).up(project);
  }

  ObservedState state() {
    return new ObservedState(
        List.copyOf(containers.values()),
        List.copyOf(networks.values()),
        List.copyOf(volumes.values()),
        images,
        hostFiles,
        folders);
  }

  Plan plan(Project project, PlanOptions options) {
    return planner.plan(project, state(), options);
  }

  Plan plan(Project project) {
    return plan(project, PlanOptions.Up.DEFAULTS);
  }

  World up(Project project) {
    return execute(plan(project));
  }

  /// Gives a reference a new image, as a build does.
  World image(String reference, String... volumes) {
    var id = new ImageId("sha256:" + hex());
    images.put(
        reference,
        new ObservedImage(
            id,
            Ordered.map(),
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty(),
            List.of(volumes),
            false,
            Ordered.map(),
            Optional.of(Duration.ZERO)));
    return this;
  }

  /// That image got its name so long ago.
  World tagged(String reference, Optional<Duration> since) {
    var image = requireNonNull(images.get(reference));
    images.put(
        reference,
        new ObservedImage(
            image.id(),
            image.environment(),
            image.command(),
            image.entrypoint(),
            image.user(),
            image.workingDir(),
            image.volumes(),
            image.hasHealthcheck(),
            image.labels(),
            since));
    return this;
  }

  /// Writes a file of the host.
  World hostFile(String path, String content) {
    hostFiles.put(Path.of(path), ContentDigest.of(content));
    return this;
  }

  /// Containers say they were made from that folder.
  World folder(String name, ObservedFolder.Place place) {
    folders.add(new ObservedFolder(name, Ordered.set(List.of()), place));
    return this;
  }

  World withoutHostFile(String path) {
    hostFiles.remove(Path.of(path));
    return this;
  }

  World withoutImage(String reference) {
    images.remove(reference);
    return this;
  }

  World network(String name, Map<String, String> labels) {
    networks.put(name, new ObservedNetwork(hex(), name, Ordered.map(), Ordered.map(labels)));
    return this;
  }

  private void network(Network network, SequencedMap<String, String> labels) {
    networks.put(
        network.name(),
        new ObservedNetwork(hex(), network.name(), NetworkAttributes.of(network), labels));
  }

  private void volume(Volume volume, SequencedMap<String, String> labels) {
    volumes.put(
        volume.name(),
        new ObservedVolume(
            volume.name(), volume.driver().orElse("local"), volume.driverOptions(), labels));
  }

  /// The same network with another label.
  World networkAgain(ObservedNetwork network, String label, String value) {
    var labels = new LinkedHashMap<>(network.labels());
    labels.put(label, value);
    networks.put(
        network.name(),
        new ObservedNetwork(network.id(), network.name(), network.attributes(), labels));
    return this;
  }

  /// Puts a container that is not the project's on a network.
  World attach(String network, String container) {
    var found = requireNonNull(networks.get(network));
    networks.put(
        network,
        new ObservedNetwork(
            found.id(),
            network,
            found.attributes(),
            found.labels(),
            Ordered.map(Map.of(new ContainerId(hex()), container))));
    return this;
  }

  World volume(String name, Map<String, String> labels) {
    volumes.put(name, new ObservedVolume(name, "local", Ordered.map(), Ordered.map(labels)));
    return this;
  }

  /// Changes the container of that name.
  World change(String name, UnaryOperator<ObservedContainer> change) {
    var container = named(name);
    containers.put(container.id(), change.apply(container));
    return this;
  }

  World state(String name, State state, int exitCode) {
    return change(name, c -> with(c, c.name(), status(state, Health.NONE, Optional.of(exitCode))));
  }

  World relabel(String name, String label, String value) {
    return change(
        name,
        c -> {
          var labels = new LinkedHashMap<>(c.labels());
          labels.put(label, value);
          return labelled(c, labels);
        });
  }

  static ObservedContainer labelled(ObservedContainer c, SequencedMap<String, String> labels) {
    return new ObservedContainer(
        c.id(),
        c.name(),
        c.image(),
        labels,
        c.status(),
        c.endpoints(),
        c.mounts(),
        c.ports(),
        c.command(),
        c.created(),
        c.details());
  }

  ObservedContainer named(String name) {
    return containers.values().stream()
        .filter(container -> container.name().equals(name))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no container " + name));
  }

  List<String> names() {
    return containers.values().stream().map(ObservedContainer::name).sorted().toList();
  }

  World execute(Plan plan) {
    return execute(plan, plan.steps().size());
  }

  /// Carries out only the first steps.
  World execute(Plan plan, int steps) {
    made.clear();
    plan.steps().stream().limit(steps).forEach(step -> execute(step.id(), step.operation()));
    return this;
  }

  /// Carries out some of the steps, as a run that is interrupted does: none before those it depends
  /// on.
  World executeSome(Plan plan, Random random) {
    made.clear();
    var done = new HashSet<StepId>();
    for (Step step : plan.steps()) {
      if (done.containsAll(step.dependsOn()) && random.nextInt(6) > 0) {
        execute(step.id(), step.operation());
        done.add(step.id());
      }
    }
    return this;
  }

  private void execute(StepId step, Operation operation) {
    switch (operation) {
      case Operation.PullImage(_, String image, _, _) -> image(image);
      case Operation.PushImage _ -> {}
      case Operation.BuildImage(_, String image, _, _, _, _, _) -> image(image);
      case Operation.RemoveImage(String image) -> images.remove(image);
      case Operation.CreateNetwork(var network, var labels) -> network(network, labels);
      case Operation.RemoveNetwork(_, String name) -> {
        refuseIf(c -> c.status().isRunning() && c.endpoints().containsKey(name), "uses " + name);
        networks.remove(name);
      }
      case Operation.ConnectNetwork(var ref, var endpoint) ->
          attach(ref, endpoint.network(), idOf(endpoint.network()));
      case Operation.DisconnectNetwork(var ref, String network) -> attach(ref, network, "");
      case Operation.CreateVolume(var volume, var labels) -> volume(volume, labels);
      case Operation.RemoveVolume(String name) -> {
        refuseIf(c -> c.mounts().stream().anyMatch(m -> m.name().equals(Optional.of(name))), name);
        volumes.remove(name);
        anonymous.remove(name);
      }
      case Operation.CreateContainer(var spec) -> made.put(step, create(spec));
      case Operation.UploadFiles _ -> {}
      case Operation.StartContainer(var ref) -> {
        requireNonNull(containers.get(id(ref)))
            .endpoints()
            .forEach((network, endpoint) ->
                refuseIf(!endpoint.networkId().equals(idOf(network)), "lost " + network));
        status(ref, status(State.RUNNING, health(ref), Optional.empty()));
      }
      case Operation.StopContainer(var ref, _) ->
          status(ref, status(State.EXITED, Health.NONE, Optional.of(0)));
      case Operation.KillContainer(var ref, _) ->
          status(ref, status(State.EXITED, Health.NONE, Optional.of(137)));
      case Operation.PauseContainer(var ref) ->
          status(ref, status(State.PAUSED, health(ref), Optional.empty()));
      case Operation.UnpauseContainer(var ref) ->
          status(ref, status(State.RUNNING, health(ref), Optional.empty()));
      case Operation.RemoveContainer(var ref, var its) -> {
        containers.remove(id(ref));
        if (its == Operation.AnonymousVolumes.REMOVE) {
          anonymous.values().removeIf(id(ref)::equals);
        }
      }
      case Operation.RenameContainer(var ref, String to) -> {
        refuseIf(c -> c.name().equals(to), "has the name");
        containers.computeIfPresent(id(ref), (_, c) -> with(c, to, c.status()));
      }
      case Operation.RunHook _ -> {}
      case Operation.RunPreStart(var ref, _) ->
          status(ref, status(State.EXITED, Health.NONE, Optional.of(0)));
      case Operation.Await(var ref, Operation.Awaited awaited, _) -> {
        if (awaited == Operation.Awaited.COMPLETED) {
          status(ref, status(State.EXITED, Health.NONE, Optional.of(0)));
        } else if (health(ref) == Health.STARTING) {
          status(ref, status(State.RUNNING, Health.HEALTHY, Optional.empty()));
        }
      }
    }
  }

  private void refuseIf(Predicate<ObservedContainer> condition, String reason) {
    containers.values().forEach(c -> refuseIf(condition.test(c), c.name() + " " + reason));
  }

  private static void refuseIf(boolean condition, String reason) {
    if (condition) {
      throw new AssertionError("the engine refuses: " + reason);
    }
  }

  private ContainerId create(ContainerSpec spec) {
    refuseIf(c -> c.name().equals(spec.name()), "has the name");
    var id = new ContainerId(hex());
    var endpoints = new LinkedHashMap<String, ObservedEndpoint>();
    for (Endpoint endpoint : spec.endpoints()) {
      endpoints.put(
          endpoint.network(),
          new ObservedEndpoint(idOf(endpoint.network()), Optional.empty(), Optional.empty()));
    }
    var mounts = new ArrayList<ObservedMount>();
    for (ContainerMount mount : spec.mounts()) {
      observed(id, mount).ifPresent(mounts::add);
    }
    var image = requireNonNull(images.get(spec.image().reference()));
    for (String path : image.volumes()) {
      if (mounts.stream().noneMatch(mount -> mount.target().equals(path))) {
        mounts.add(new ObservedMount("volume", Optional.of(anonymous(id)), "", path, false));
      }
    }
    containers.put(
        id,
        new ObservedContainer(
            id,
            spec.name(),
            new ObservedContainer.ContainerImage(spec.image().reference(), image.id()),
            labels(spec),
            status(State.CREATED, healthOf(spec), Optional.empty()),
            endpoints,
            mounts,
            List.of(),
            "",
            Instant.EPOCH.plusSeconds(ids),
            Optional.empty()));
    return id;
  }

  private SequencedMap<String, String> labels(ContainerSpec spec) {
    var labels = new LinkedHashMap<>(spec.labels());
    var owners = new HashMap<ServiceName, ContainerId>();
    spec.namespaces().owners().forEach((service, ref) -> owners.put(service, id(ref)));
    var resolved = ContainerReferences.resolve(spec.service(), owners);
    labels.put(Labels.CONFIG_HASH, Yaml.HASHER.hash(resolved).value());
    if (!spec.contents().isEmpty()) {
      labels.put(Labels.FILES, spec.contents().label(new byte[FileContents.SALT_BYTES]));
    }
    return labels;
  }

  private String anonymous(ContainerId owner) {
    var name = hex();
    anonymous.put(name, owner);
    return name;
  }

  /// The names of the anonymous volumes there are.
  Set<String> anonymousVolumes() {
    return Set.copyOf(anonymous.keySet());
  }

  private Optional<ObservedMount> observed(ContainerId id, ContainerMount mount) {
    var target = mount.at().target();
    var readOnly = mount.at().readOnly();
    return switch (mount) {
      case ContainerMount.Bind(String source, _, _) ->
          Optional.of(new ObservedMount("bind", Optional.empty(), source, target, readOnly));
      case ContainerMount.NamedVolume(String name, _, _, _) ->
          Optional.of(new ObservedMount("volume", Optional.of(name), "", target, readOnly));
      case ContainerMount.AnonymousVolume _ ->
          Optional.of(
              new ObservedMount("volume", Optional.of(anonymous(id)), "", target, readOnly));
      case ContainerMount.Tmpfs _, ContainerMount.OfImage _, ContainerMount.Platform _ ->
          Optional.empty();
    };
  }

  /// Kept as the health of a container that does not run, so that a start knows of it.
  private static Health healthOf(ContainerSpec spec) {
    return spec.service().lifecycle().healthcheck().isPresent() ? Health.STARTING : Health.NONE;
  }

  private Health health(ContainerRef ref) {
    return requireNonNull(containers.get(id(ref))).status().health() == Health.NONE
        ? Health.NONE
        : Health.STARTING;
  }

  private void attach(ContainerRef ref, String network, String id) {
    containers.computeIfPresent(
        id(ref),
        (_, c) -> {
          var endpoints = new LinkedHashMap<>(c.endpoints());
          endpoints.remove(network);
          if (!id.isEmpty()) {
            endpoints.put(network, new ObservedEndpoint(id, Optional.empty(), Optional.empty()));
          }
          return new ObservedContainer(
              c.id(),
              c.name(),
              c.image(),
              c.labels(),
              c.status(),
              endpoints,
              c.mounts(),
              c.ports(),
              c.command(),
              c.created(),
              c.details());
        });
  }

  private void status(ContainerRef ref, ContainerStatus status) {
    containers.computeIfPresent(id(ref), (_, c) -> with(c, c.name(), status));
  }

  private ContainerId id(ContainerRef ref) {
    return switch (ref) {
      case ContainerRef.Existing(ContainerId id, _) -> id;
      case ContainerRef.Made(StepId by, _) -> requireNonNull(made.get(by));
    };
  }

  static ContainerStatus status(State state, Health health, Optional<Integer> exitCode) {
    return new ContainerStatus(state, health, exitCode, state.name().toLowerCase(Locale.ROOT));
  }

  private static ObservedContainer with(ObservedContainer c, String name, ContainerStatus status) {
    return new ObservedContainer(
        c.id(),
        name,
        c.image(),
        c.labels(),
        status,
        c.endpoints(),
        c.mounts(),
        c.ports(),
        c.command(),
        c.created(),
        c.details());
  }

  private String idOf(String network) {
    return requireNonNull(networks.get(network)).id();
  }

  private String hex() {
    return String.format(Locale.ROOT, "%012x", ++ids) + "0".repeat(52);
  }
}
