package dev.jcompose.executor;

import dev.jcompose.model.ConfigHash;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerReferences;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.FileContents;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ImageRef;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.Optional;

/// Makes networks and containers, and sorts out what is there already under their names.
final class Creation {
  private final Engine engine;
  private final ConfigHasher hasher;
  private final ProjectName project;
  private final Made made;
  private Optional<byte[]> salt = Optional.empty();

  Creation(Engine engine, ConfigHasher hasher, ProjectName project, Made made) {
    this.engine = engine;
    this.hasher = hasher;
    this.project = project;
    this.made = made;
  }

  /// Makes a network. One of this project that another run made in the meantime is as good.
  void network(Operation.CreateNetwork create) throws InterruptedException {
    try {
      engine.createNetwork(create.network(), create.labels());
    } catch (EngineException refusal) {
      if (refusal.kind() != EngineException.Kind.CONFLICT || !isThere(create)) {
        throw refusal;
      }
    }
  }

  private boolean isThere(Operation.CreateNetwork create) throws InterruptedException {
    return engine
        .network(create.network().name())
        .filter(there -> there.labels().equals(create.labels()))
        .isPresent();
  }

  /// Makes a container and gives its id.
  ContainerId container(ContainerSpec spec) throws InterruptedException {
    ImageId image = made.id(spec.image());
    var labels = new LinkedHashMap<>(spec.labels());
    labels.put(Labels.IMAGE, image.value());
    if (labels.containsKey(Labels.CONFIG_HASH) && !spec.namespaces().owners().isEmpty()) {
      labels.put(Labels.CONFIG_HASH, hashWithOwners(spec).value());
    }
    if (!spec.contents().isEmpty()) {
      labels.put(Labels.FILES, spec.contents().label(salt()));
    }
    try {
      return engine.createContainer(
          spec.withImage(new ImageRef.Present(spec.image().reference(), image)),
          Ordered.map(labels),
          made::id);
    } catch (EngineException refusal) {
      throw refusal.kind() == EngineException.Kind.CONFLICT ? nameTaken(spec, refusal) : refusal;
    }
  }

  /// One for all containers of a run, so that replicas bear the same label.
  private synchronized byte[] salt() {
    if (salt.isEmpty()) {
      var random = new byte[FileContents.SALT_BYTES];
      new SecureRandom().nextBytes(random);
      salt = Optional.of(random);
    }
    return salt.get();
  }

  /// The digest of a definition that refers to other containers is known only when they are there.
  private ConfigHash hashWithOwners(ContainerSpec spec) {
    var ids = new LinkedHashMap<ServiceName, ContainerId>();
    spec.namespaces().owners().forEach((service, owner) -> ids.put(service, made.id(owner)));
    return hasher.hash(ContainerReferences.resolve(spec.service(), ids));
  }

  /// Adds to the engine's refusal whose the other container is, for that says what to do.
  private EngineException nameTaken(ContainerSpec spec, EngineException refusal)
      throws InterruptedException {
    Optional<ObservedContainer> other =
        engine.containers(project).stream()
            .filter(container -> container.name().equals(spec.name()))
            .findFirst();
    return other.isPresent()
        ? new EngineException(
            EngineException.Kind.OVERTAKEN,
            refusal.getMessage() + ". Another run has made it just now; run the command again.",
            refusal)
        : new EngineException(
            refusal.kind(),
            refusal.getMessage()
                + ". It does not belong to project \"%s\"; remove it, rename it, or set another `container_name`."
                    .formatted(project),
            refusal);
  }
}
