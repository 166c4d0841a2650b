package dev.jcompose.executor.contract;

import dev.jcompose.model.Command;
import dev.jcompose.model.Execution;
import dev.jcompose.model.Extensions;
import dev.jcompose.model.Healthcheck;
import dev.jcompose.model.Hook;
import dev.jcompose.model.MountPoint;
import dev.jcompose.model.Network;
import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.NetworkKey;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Volume;
import dev.jcompose.model.VolumeKey;
import dev.jcompose.planner.ContainerMount;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.FileContents;
import dev.jcompose.planner.ImageRef;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.OneOff;
import dev.jcompose.planner.Replica;
import dev.jcompose.planner.SharedNamespaces;
import dev.jcompose.planner.StepId;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The containers, networks and volumes of one project, as small as they can be.
public record Specs(ProjectName project) {
  /// The image of all of them; it has the usual small programs.
  public static final String IMAGE = "busybox:latest";

  /// The labels that an engine finds the project by.
  public SequencedMap<String, String> labels(String service) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(Labels.PROJECT, project.value());
    labels.put(Labels.SERVICE, service);
    labels.put(Labels.CONTAINER_NUMBER, "1");
    labels.put(Labels.ONE_OFF, "False");
    return labels;
  }

  /// The name of the first container of a service.
  public String name(String service) {
    return project + "-" + service + "-1";
  }

  /// A container without networks that runs a command.
  public ContainerSpec container(String service, String... command) {
    return of(service(service, command));
  }

  /// A container of a service, without networks or mounts.
  public ContainerSpec of(Service service) {
    return of(service, List.of(), List.of());
  }

  public ContainerSpec of(Service service, List<ContainerMount> mounts, List<Endpoint> endpoints) {
    return new ContainerSpec(
        name(service.name().value()),
        new Replica(service.name(), 1),
        new ImageRef.Made(new StepId(1), service.image().orElse(IMAGE)),
        service,
        labels(service.name().value()),
        mounts,
        endpoints,
        SharedNamespaces.NONE,
        FileContents.NONE);
  }

  /// A container without networks that is made to be talked to.
  public ContainerSpec oneOff(String service, boolean removed, String... command) {
    ContainerSpec replica = container(service, command);
    var oneOff =
        new OneOff(new ServiceName(service), Optional.empty(), "", true, false, removed, false);
    var open = replica.service();
    var execution = open.execution();
    return new ContainerSpec(
        replica.name(),
        replica.replica(),
        replica.image(),
        open.withExecution(
            new Execution(
                execution.command(),
                execution.entrypoint(),
                execution.environment(),
                List.of(),
                Optional.empty(),
                execution.user(),
                false,
                true,
                Optional.empty(),
                execution.models())),
        replica.labels(),
        List.of(),
        List.of(),
        replica.namespaces(),
        replica.contents(),
        Optional.of(oneOff));
  }

  /// A service with a command and nothing else.
  public static Service service(String name, String... command) {
    return Service.plain(new ServiceName(name))
        .withImage(IMAGE)
        .withExecution(Execution.PLAIN.withCommand(new Command.Words(List.of(command))));
  }

  /// A service that runs until it is stopped.
  public static Service running() {
    return service("web", "sleep", "600");
  }

  /// A service whose health is checked every second.
  public static Service checked(Service service, String... test) {
    var check =
        new Healthcheck(
            List.of(test),
            false,
            Optional.of(Duration.ofSeconds(1)),
            Optional.of(Duration.ofSeconds(5)),
            Optional.of(1L),
            Optional.empty(),
            Optional.empty(),
            Extensions.NONE);
    return service.withLifecycle(service.lifecycle().withHealthcheck(check));
  }

  /// A network of the project.
  public Network network(String key) {
    return new Network(
        new NetworkKey(key),
        project + "_" + key,
        false,
        Optional.empty(),
        Ordered.map(),
        Network.Reach.PLAIN,
        Optional.empty(),
        Ordered.map(),
        Extensions.NONE);
  }

  /// A place on a network of the project.
  public Endpoint endpoint(String key, String... aliases) {
    return new Endpoint(project + "_" + key, List.of(aliases), NetworkAttachment.PLAIN, List.of());
  }

  public SequencedMap<String, String> networkLabels(String key) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(Labels.PROJECT, project.value());
    labels.put(Labels.NETWORK, key);
    return labels;
  }

  /// A volume of the project.
  public Volume volume(String key) {
    return new Volume(
        new VolumeKey(key),
        project + "_" + key,
        false,
        Optional.empty(),
        Ordered.map(),
        Ordered.map(),
        Extensions.NONE);
  }

  public SequencedMap<String, String> volumeLabels(String key) {
    SequencedMap<String, String> labels = new LinkedHashMap<>();
    labels.put(Labels.PROJECT, project.value());
    labels.put(Labels.VOLUME, key);
    return labels;
  }

  /// A place in a container where something is mounted.
  public static MountPoint at(String target) {
    return new MountPoint(target, false, Optional.empty(), Extensions.NONE);
  }

  /// A command for a running container.
  public static Hook hook(String... command) {
    return new Hook(
        new Command.Words(List.of(command)),
        Optional.empty(),
        Optional.empty(),
        false,
        Optional.empty(),
        Ordered.map(),
        false,
        Extensions.NONE);
  }
}
