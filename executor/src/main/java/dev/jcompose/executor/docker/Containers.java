package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Orders;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.ContainerRef;
import dev.jcompose.planner.ContainerSpec;
import dev.jcompose.planner.Endpoint;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.Operation.AnonymousVolumes;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/// The containers of an engine.
final class Containers {
  private final Transport transport;
  private final Acts acts;
  private final Images images;

  Containers(Transport transport, Acts acts, Images images) {
    this.transport = transport;
    this.acts = acts;
    this.images = images;
  }

  List<ObservedContainer> of(ProjectName project) throws InterruptedException {
    JsonValue list =
        transport.json(
            Call.get("list the containers of " + project, "containers", "json")
                .query("all", true)
                .query("filters", Filters.project(project)));
    return StreamSupport.stream(list.spliterator(), false)
        .map(ContainerListReader::read)
        .sorted(Orders.by(ObservedContainer::name))
        .toList();
  }

  Optional<ObservedContainer> find(ContainerId id) throws InterruptedException {
    return transport
        .find(Call.get("inspect container " + id.brief(), "containers", id.value(), "json"))
        .map(ContainerInspectReader::read);
  }

  /// Makes a container with all its endpoints. Older engines take one endpoint at once, the others
  /// after it; when one of those is refused, the container is removed again.
  ContainerId create(
      ContainerSpec spec,
      SequencedMap<String, String> labels,
      Function<ContainerRef, ContainerId> ids)
      throws InterruptedException {
    ApiVersion api = transport.apiVersion();
    Requirements.check(spec, api);
    ContainerJson json = ContainerJson.of(spec, labels, ids, api);
    if (ExecutionJson.clearsCommandOnly(spec.service().execution())) {
      var image = images.find(spec.image().reference());
      image.ifPresent(found -> ExecutionJson.repeatEntrypoint(found.entrypoint(), json));
    }
    List<Endpoint> endpoints = spec.endpoints();
    boolean atOnce = api.isAtLeast(Requirements.SEVERAL_ENDPOINTS);
    int first = atOnce ? endpoints.size() : Math.min(1, endpoints.size());
    ContainerId id = create(spec, json.with(endpoints(spec, endpoints.subList(0, first), api)));
    connectAll(id, endpoints.subList(first, endpoints.size()), api);
    return id;
  }

  private static Json endpoints(ContainerSpec spec, List<Endpoint> endpoints, ApiVersion api) {
    Json json = new Json();
    boolean first = true;
    for (Endpoint endpoint : endpoints) {
      Optional<String> macAddress =
          first ? NetworkingJson.macAddress(spec) : endpoint.attachment().addresses().macAddress();
      json.anyObject(
          endpoint.network(),
          NetworkingJson.endpoint(
              endpoint, macAddress.filter(_ -> api.isAtLeast(Requirements.MAC_OF_ENDPOINT))));
      first = false;
    }
    return json;
  }

  private ContainerId create(ContainerSpec spec, Json body) throws InterruptedException {
    JsonValue made =
        transport.json(
            Call.post("make container " + spec.name(), "containers", "create")
                .query("name", spec.name())
                .query("platform", spec.service().namespaces().platform())
                .json(body));
    return new ContainerId(made.path("Id").asText());
  }

  private void connectAll(ContainerId id, List<Endpoint> endpoints, ApiVersion api)
      throws InterruptedException {
    try {
      for (Endpoint endpoint : endpoints) {
        connect(id, endpoint, api);
      }
    } catch (EngineException e) {
      remove(id, AnonymousVolumes.REMOVE);
      throw e;
    }
  }

  void connect(ContainerId id, Endpoint endpoint) throws InterruptedException {
    ApiVersion api = transport.apiVersion();
    Requirements.check(endpoint, api);
    connect(id, endpoint, api);
  }

  private void connect(ContainerId id, Endpoint endpoint, ApiVersion api)
      throws InterruptedException {
    Optional<String> macAddress =
        endpoint
            .attachment()
            .addresses()
            .macAddress()
            .filter(_ -> api.isAtLeast(Requirements.MAC_OF_ENDPOINT));
    transport.run(
        Call.post(
                "connect container " + id.brief() + " to network " + endpoint.network(),
                "networks",
                endpoint.network(),
                "connect")
            .json(
                new Json()
                    .put("Container", id.value())
                    .object("EndpointConfig", NetworkingJson.endpoint(endpoint, macAddress))));
  }

  /// Asks raw: docker-java's command knows no stop without a timeout, which is what makes the
  /// engine use the container's own.
  void stop(ContainerId id, Optional<Duration> timeout) throws InterruptedException {
    transport.run(
        Call.post("stop container " + id.brief(), "containers", id.value(), "stop")
            .query("t", timeout.map(t -> Long.toString(HealthJson.wholeSeconds(t)))));
  }

  void pause(ContainerId id) throws InterruptedException {
    tell(id, "pause", "is already paused", "cannot pause a paused container");
  }

  void unpause(ContainerId id) throws InterruptedException {
    tell(id, "unpause", "is not paused", "cannot resume a running process");
  }

  /// @param so what the engine answers when it is as wanted already; engines differ in the status
  /// @param soToo what runs containers says then, to which the engine goes on when it has not heard
  ///   of the last change yet
  private void tell(ContainerId id, String word, String so, String soToo)
      throws InterruptedException {
    try {
      transport.run(Call.post(word + " container " + id.brief(), "containers", id.value(), word));
    } catch (EngineException e) {
      var answer = String.valueOf(e.getMessage());
      if (!answer.contains(so) && !answer.contains(soToo)) {
        throw e;
      }
    }
  }

  /// Removes a container by force. When somebody else is at it already, waits until it is gone.
  void remove(ContainerId id, AnonymousVolumes volumes) throws InterruptedException {
    try {
      acts.removeContainer(id, volumes);
    } catch (EngineException e) {
      boolean underway =
          e.kind() == EngineException.Kind.CONFLICT
              && String.valueOf(e.getMessage()).contains("already in progress");
      if (!underway) {
        throw e;
      }
      var _ =
          transport.find(
              Call.post("remove container " + id.brief(), "containers", id.value(), "wait")
                  .query("condition", "removed"));
    }
  }

  void upload(ContainerId id, String directory, byte[] tar) throws InterruptedException {
    transport.run(
        Call.put(
                "write into " + directory + " of container " + id.brief(),
                "containers",
                id.value(),
                "archive")
            .query("path", directory)
            .body("application/x-tar", tar));
  }
}
