package dev.jcompose.spec.bind;

import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectFiles;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.select.ActiveProfiles;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.function.BiFunction;

/// Makes the project of a canonical document; the last step of loading that sees nodes.
public final class ProjectBinder {
  private ProjectBinder() {}

  /// The project; what cannot be bound is left out and noted among the context's problems.
  public static Project bind(Node.Mapping document, ProjectFiles files, LoadContext context) {
    Attributes root = Attributes.of(document, NodePath.ROOT, context.problems());
    ElementBinder elements = new ElementBinder(context.environment());
    ActiveProfiles profiles = new ActiveProfiles(context.profiles());
    SequencedMap<ServiceName, Service> enabled = new LinkedHashMap<>();
    SequencedMap<ServiceName, Service> disabled = new LinkedHashMap<>();
    each(root, "services", ServiceBinder::bind)
        .values()
        .forEach(service ->
            (profiles.enable(service.lifecycle().profiles()) ? enabled : disabled)
                .put(service.name(), service));
    SequencedMap<NetworkKey, Network> networks = new LinkedHashMap<>();
    each(root, "networks", elements::network)
        .values()
        .forEach(network -> networks.put(network.key(), network));
    SequencedMap<VolumeKey, Volume> volumes = new LinkedHashMap<>();
    each(root, "volumes", elements::volume)
        .values()
        .forEach(volume -> volumes.put(volume.key(), volume));
    return new Project(
        context.projectName(),
        files,
        enabled,
        disabled,
        networks,
        volumes,
        each(root, "configs", elements::config),
        each(root, "secrets", elements::secret),
        each(root, "models", elements::model),
        root.extensions());
  }

  private static <T> SequencedMap<String, T> each(
      Attributes root, String element, BiFunction<String, Attributes, T> bind) {
    SequencedMap<String, T> bound = new LinkedHashMap<>();
    root.entries(element).forEach((key, given) -> bound.put(key, bind.apply(key, given)));
    return bound;
  }
}
