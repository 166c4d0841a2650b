package dev.jcompose.model;

import java.util.Optional;

/// The definition from which the containers of a service are made.
///
/// Its many attributes are grouped by topic; each group is never absent, its parts may be.
///
/// @param image the image to run, as written; for a service that is only built the name its image
///   gets is the planner's to decide
public record Service(
    ServiceName name,
    Optional<String> image,
    Optional<Build> build,
    Execution execution,
    Networking networking,
    Storage storage,
    Resources resources,
    Privileges privileges,
    Namespaces namespaces,
    Lifecycle lifecycle,
    Description description,
    Optional<Deploy> deploy,
    Optional<Develop> develop) {

  /// A service with a name and nothing else, which no engine could run as it stands.
  public static Service plain(ServiceName name) {
    return new Service(
        name,
        Optional.empty(),
        Optional.empty(),
        Execution.PLAIN,
        Networking.PLAIN,
        Storage.PLAIN,
        Resources.PLAIN,
        Privileges.PLAIN,
        Namespaces.PLAIN,
        Lifecycle.PLAIN,
        Description.PLAIN,
        Optional.empty(),
        Optional.empty());
  }

  /// How many containers the service wants: `scale`, else `deploy.replicas`, else 1.
  public int replicas() {
    return lifecycle.scale().or(() -> deploy.flatMap(Deploy::replicas)).orElse(1);
  }

  /// This service with another number of replicas.
  public Service withScale(int scale) {
    return withLifecycle(lifecycle.withScale(scale));
  }

  /// This service with another image.
  public Service withImage(String reference) {
    return new Service(
        name,
        Optional.of(reference),
        build,
        execution,
        networking,
        storage,
        resources,
        privileges,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with another life cycle.
  public Service withLifecycle(Lifecycle changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        resources,
        privileges,
        namespaces,
        changed,
        description,
        deploy,
        develop);
  }

  /// This service with another execution.
  public Service withExecution(Execution changed) {
    return new Service(
        name,
        image,
        build,
        changed,
        networking,
        storage,
        resources,
        privileges,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with other networking.
  public Service withNetworking(Networking changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        changed,
        storage,
        resources,
        privileges,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with other privileges.
  public Service withPrivileges(Privileges changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        resources,
        changed,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with other storage.
  public Service withStorage(Storage changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        changed,
        resources,
        privileges,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with other resources.
  public Service withResources(Resources changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        changed,
        privileges,
        namespaces,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with other namespaces.
  public Service withNamespaces(Namespaces changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        resources,
        privileges,
        changed,
        lifecycle,
        description,
        deploy,
        develop);
  }

  /// This service with another description.
  public Service withDescription(Description changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        resources,
        privileges,
        namespaces,
        lifecycle,
        changed,
        deploy,
        develop);
  }

  /// This service with a `deploy`.
  public Service withDeploy(Deploy changed) {
    return new Service(
        name,
        image,
        build,
        execution,
        networking,
        storage,
        resources,
        privileges,
        namespaces,
        lifecycle,
        description,
        Optional.of(changed),
        develop);
  }
}
