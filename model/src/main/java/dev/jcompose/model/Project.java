package dev.jcompose.model;

import java.util.Optional;
import java.util.SequencedMap;

/// A Compose application, complete and ready to be planned: files merged, variables filled in,
/// defaults written down, profiles applied.
///
/// Services are sorted by name, as are networks, volumes, configs and secrets.
///
/// @param disabledServices those whose profiles are not active: not started, yet not orphans either
/// @param models AI models by key, see the element `models`
public record Project(
    ProjectName name,
    ProjectFiles files,
    SequencedMap<ServiceName, Service> services,
    SequencedMap<ServiceName, Service> disabledServices,
    SequencedMap<NetworkKey, Network> networks,
    SequencedMap<VolumeKey, Volume> volumes,
    SequencedMap<String, Config> configs,
    SequencedMap<String, Secret> secrets,
    SequencedMap<String, AiModel> models,
    Extensions extensions) {

  public Project {
    services = Ordered.map(services);
    disabledServices = Ordered.map(disabledServices);
    networks = Ordered.map(networks);
    volumes = Ordered.map(volumes);
    configs = Ordered.map(configs);
    secrets = Ordered.map(secrets);
    models = Ordered.map(models);
  }

  /// The enabled service of that name.
  public Optional<Service> service(ServiceName service) {
    return Optional.ofNullable(services.get(service));
  }

  /// This project with other services; everything else stays, also what no service uses any more.
  public Project withServices(SequencedMap<ServiceName, Service> enabled) {
    return new Project(
        name,
        files,
        enabled,
        disabledServices,
        networks,
        volumes,
        configs,
        secrets,
        models,
        extensions);
  }
}
