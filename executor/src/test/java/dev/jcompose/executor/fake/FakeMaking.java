package dev.jcompose.executor.fake;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.EngineException.Kind;
import dev.jcompose.model.Mount;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Ordered;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedMount;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import dev.jcompose.planner.SharedNamespaces;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;

/// Makes, joins and removes what the fake engine has, and refuses what a real engine refuses.
/// Guarded by the engine's lock.
final class FakeMaking {
  private final FakeMachine machine;
  private final FakeStore store;

  FakeMaking(FakeMachine machine, FakeStore store) {
    this.machine = machine;
    this.store = store;
    machine.removal =
        container -> {
          machine.containers.remove(container.id);
          removed(container, AnonymousVolumes.REMOVE);
        };
  }

  FakeContainer existing(ContainerId id) {
    FakeContainer container = machine.containers.get(id);
    if (container == null) {
      throw new EngineException(Kind.NOT_FOUND, "no such container: " + id.brief());
    }
    return container;
  }

  FakeContainer container(
      ContainerSpec spec,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids) {
    checkName(spec.name());
    ObservedImage image =
        store
            .image(spec.image().reference())
            .orElseThrow(() ->
                new EngineException(
                    Kind.NOT_FOUND,
                    "cannot create container \"%s\": no such image: %s"
                        .formatted(spec.name(), spec.image().reference())));
    var container =
        new FakeContainer(new ContainerId(store.id()), spec, image, labels, machine.tick());
    spec.endpoints().forEach(endpoint -> connect(container, endpoint.network()));
    mount(container, ids);
    machine.containers.put(container.id, container);
    machine.tell(container, "create", Map.of());
    return container;
  }

  private void checkName(String name) {
    if (machine.containers.values().stream().anyMatch(other -> other.name.equals(name))) {
      throw new EngineException(
          Kind.CONFLICT, "the container name \"%s\" is already in use".formatted(name));
    }
  }

  private void mount(FakeContainer container, Function<ContainerRef, ContainerId> ids) {
    ContainerSpec spec = container.spec;
    for (SharedNamespaces.VolumesOf from : spec.namespaces().volumesFrom()) {
      if (from.container() instanceof SharedNamespaces.Container.Own(ContainerRef other)) {
        container.mounts.addAll(existing(ids.apply(other)).mounts);
      }
    }
    spec.mounts().forEach(mount -> mount(container, mount));
    for (String target : container.image.volumes()) {
      if (container.mounts.stream().noneMatch(mount -> mount.target().equals(target))) {
        addAnonymous(container, target, false, Ordered.map());
      }
    }
  }

  private void mount(FakeContainer container, ContainerMount mount) {
    switch (mount) {
      case ContainerMount.Bind(String source, MountPoint at, var _) ->
          add(container, "bind", Optional.empty(), source, at);
      case ContainerMount.NamedVolume(String name, MountPoint at, var _, var _) -> {
        store.volume(name, "local", Ordered.map());
        add(container, "volume", Optional.of(name), "/volumes/" + name, at);
      }
      case ContainerMount.AnonymousVolume(MountPoint at, var options) ->
          addAnonymous(
              container,
              at.target(),
              at.readOnly(),
              options.map(Mount.VolumeOptions::labels).orElseGet(Ordered::map));
      case ContainerMount.Tmpfs(MountPoint at, var _) ->
          add(container, "tmpfs", Optional.empty(), "", at);
      case ContainerMount.OfImage(String image, MountPoint at, var _) ->
          add(container, "image", Optional.empty(), image, at);
      case ContainerMount.Platform(String type, var source, MountPoint at) ->
          add(container, type, Optional.empty(), source.orElse(""), at);
    }
  }

  private void addAnonymous(
      FakeContainer container, String target, boolean readOnly, Map<String, String> given) {
    String name = store.id();
    var labels = new LinkedHashMap<>(given);
    labels.put("com.docker.volume.anonymous", "");
    store.volume(name, "local", Ordered.map(labels));
    container.ownVolumes.add(name);
    container.mounts.add(
        new ObservedMount("volume", Optional.of(name), "/volumes/" + name, target, readOnly));
  }

  private static void add(
      FakeContainer container, String type, Optional<String> name, String source, MountPoint at) {
    container.mounts.add(new ObservedMount(type, name, source, at.target(), at.readOnly()));
  }

  /// A read-only container can be written to where it has volumes.
  void upload(FakeContainer container, String directory, byte[] tar) {
    boolean intoVolume =
        container.mounts.stream()
            .anyMatch(mount -> !mount.readOnly() && mount.target().equals(directory));
    if (container.spec.service().storage().readOnly() && !intoVolume) {
      throw refusal(container, "container rootfs is marked read-only");
    }
    container.uploads.add(tar.clone());
  }

  void start(FakeContainer container) {
    if (container.isAlive()) {
      return;
    }
    machine
        .behaviour(container)
        .startFailure()
        .ifPresent(why -> {
          throw refusal(container, why);
        });
    for (int port : container.publishedPorts()) {
      boolean taken =
          machine.containers.values().stream()
              .anyMatch(other -> other.isAlive() && other.publishedPorts().contains(port));
      if (taken) {
        throw refusal(container, "port %d is already allocated".formatted(port));
      }
    }
    container
        .networks
        .values()
        .forEach(network -> {
          if (store.network(network).isEmpty()) {
            throw refusal(container, "network %s not found".formatted(network));
          }
        });
    machine.start(container);
  }

  private static EngineException refusal(FakeContainer container, String why) {
    return new EngineException(
        Kind.OTHER, "cannot start container \"%s\": %s".formatted(container.name, why));
  }

  void removed(FakeContainer container, AnonymousVolumes volumes) {
    machine.stop(container, 137, "kill");
    if (volumes == AnonymousVolumes.REMOVE) {
      container.ownVolumes.stream().filter(name -> !isMounted(name)).forEach(store.volumes::remove);
    }
    machine.tell(container, "destroy", Map.of());
  }

  void rename(FakeContainer container, String name) {
    checkName(name);
    container.name = name;
    machine.tell(container, "rename", Map.of());
  }

  void connect(FakeContainer container, String network) {
    if (container.networks.containsKey(network)) {
      throw new EngineException(
          Kind.CONFLICT,
          "container \"%s\" is on network \"%s\" already".formatted(container.name, network));
    }
    container.networks.put(
        network,
        store
            .network(network)
            .orElseThrow(() ->
                new EngineException(Kind.NOT_FOUND, "network \"%s\" not found".formatted(network)))
            .id());
  }

  void removeNetwork(String idOrName) {
    store
        .network(idOrName)
        .ifPresent(network -> {
          boolean used =
              machine.containers.values().stream()
                  .anyMatch(container ->
                      container.isAlive() && container.networks.containsValue(network.id()));
          if (used) {
            throw new EngineException(
                Kind.CONFLICT, "network \"%s\" has active endpoints".formatted(network.name()));
          }
          store.networks.remove(network.name());
        });
  }

  void removeVolume(String name) {
    if (isMounted(name)) {
      throw new EngineException(Kind.CONFLICT, "volume \"%s\" is in use".formatted(name));
    }
    store.volumes.remove(name);
  }

  private boolean isMounted(String volume) {
    return machine.containers.values().stream()
        .flatMap(container -> container.mounts.stream())
        .anyMatch(mount -> mount.name().filter(volume::equals).isPresent());
  }

  void removeImage(String reference) {
    Optional<ObservedImage> image = store.image(reference);
    boolean used =
        machine.containers.values().stream()
            .anyMatch(container -> image.filter(container.image::equals).isPresent());
    if (used) {
      throw new EngineException(Kind.CONFLICT, "image \"%s\" is in use".formatted(reference));
    }
    store.images.remove(FakeStore.tagged(reference));
  }
}
