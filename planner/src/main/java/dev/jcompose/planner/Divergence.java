package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Finds out whether a container differs from what is wanted, and in what.
final class Divergence {
  private final Project project;
  private final Inventory inventory;
  private final Definitions definitions;
  private final Map<List<String>, List<String>> contents = new HashMap<>();

  Divergence(Project project, Inventory inventory, Definitions definitions) {
    this.project = project;
    this.inventory = inventory;
    this.definitions = definitions;
  }

  /// Why the container cannot stay; empty when it can.
  ///
  /// @param parents the containers that stay whose namespaces and volumes the service uses
  Optional<Cause> of(
      Service service, Map<ServiceName, ContainerId> parents, ObservedContainer container) {
    return definition(service, parents, container)
        .or(() -> contents(service, container))
        .or(() -> room(service, container))
        .or(() -> image(service, container))
        .or(() -> networks(service, container))
        .or(() -> volumes(service, container));
  }

  /// A digest by another rule says nothing; then only fields that are known to differ count.
  private Optional<Cause> definition(
      Service service, Map<ServiceName, ContainerId> parents, ObservedContainer container) {
    var verdict = definitions.compare(service, parents, container);
    if (verdict == Definitions.Verdict.SAME) {
      return Optional.empty();
    }
    var image = inventory.image(Names.image(project, service));
    var changes =
        new FieldComparison(project, service, image, inventory.hostFiles(), parents)
            .changes(container);
    return verdict == Definitions.Verdict.UNKNOWN && changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.ConfigurationChanged(changes));
  }

  /// Replicas that were made together bear the same label, and a look at one costs some time.
  private Optional<Cause> contents(Service service, ObservedContainer container) {
    var changed =
        container
            .label(Labels.FILES)
            .map(label ->
                contents.computeIfAbsent(
                    List.of(service.name().value(), label),
                    _ -> inventory.contents(service).changed(label)))
            .orElse(List.of());
    return changed.isEmpty() ? Optional.empty() : Optional.of(new Cause.FilesChanged(changed));
  }

  /// A container that docker compose made and that was never started may have no place for what is
  /// written into it before its start: it binds the file, or is read-only.
  private Optional<Cause> room(Service service, ObservedContainer container) {
    if (container.status().state() != ContainerStatus.State.CREATED) {
      return Optional.empty();
    }
    var own = service.storage().mounts().stream().map(mount -> mount.at().target()).toList();
    var changes = new ArrayList<FieldChange>();
    for (FileUpload upload : uploads(service)) {
      var bound = mountAt(container, upload.target()).filter(_ -> !own.contains(upload.target()));
      if (bound.isPresent()) {
        changes.add(change(upload.target(), bound.map(MountText::of), Optional.empty()));
      } else if (service.storage().readOnly() && mountAt(container, upload.within()).isEmpty()) {
        changes.add(change(upload.within(), Optional.empty(), Optional.of("(anonymous)")));
      }
    }
    return changes.isEmpty()
        ? Optional.empty()
        : Optional.of(new Cause.ConfigurationChanged(changes.stream().distinct().toList()));
  }

  private List<FileUpload> uploads(Service service) {
    return Grants.of(project, service, inventory.hostFiles(), new PlanBuilder()).uploads();
  }

  private static Optional<ObservedMount> mountAt(ObservedContainer container, String target) {
    return container.mounts().stream().filter(mount -> mount.target().equals(target)).findFirst();
  }

  private static FieldChange change(String target, Optional<String> from, Optional<String> to) {
    return new FieldChange("volumes." + target, from, to);
  }

  /// The label holds the id the reference had when the container was made; engines that keep images
  /// by platform list another id for the container itself, so either one will do.
  private Optional<Cause> image(Service service, ObservedContainer container) {
    var wanted = inventory.image(Names.image(project, service)).map(ObservedImage::id);
    var used = container.image().id();
    if (wanted.isEmpty()
        || wanted.get().equals(used)
        || container.label(Labels.IMAGE).filter(wanted.get().value()::equals).isPresent()) {
      return Optional.empty();
    }
    return Optional.of(new Cause.ImageChanged(used.brief(), wanted.get().brief()));
  }

  private Optional<Cause> networks(Service service, ObservedContainer container) {
    var missing =
        Names.networks(project, service).stream().filter(name -> !isOn(container, name)).toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(new Cause.NetworksChanged(missing));
  }

  /// A container that does not run may have no id for the network, or that of one that is gone.
  private boolean isOn(ObservedContainer container, String network) {
    var endpoint = container.endpoints().get(network);
    return endpoint != null
        && (endpoint.networkId().isEmpty()
            || inventory
                .network(network)
                .filter(observed -> observed.id().equals(endpoint.networkId()))
                .isPresent());
  }

  private Optional<Cause> volumes(Service service, ObservedContainer container) {
    var missing =
        Names.volumes(project, service).stream()
            .filter(name ->
                container.mounts().stream()
                    .noneMatch(mount -> mount.name().filter(name::equals).isPresent()))
            .toList();
    return missing.isEmpty() ? Optional.empty() : Optional.of(new Cause.VolumesChanged(missing));
  }
}
