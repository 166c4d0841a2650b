package dev.jcompose.executor.docker;

import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.model.Orders;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.Volume;
import dev.jcompose.planner.ObservedVolume;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.stream.StreamSupport;

/// The volumes of an engine.
final class Volumes {
  private final Transport transport;

  Volumes(Transport transport) {
    this.transport = transport;
  }

  List<ObservedVolume> of(ProjectName project) throws InterruptedException {
    JsonValue reply =
        transport.json(
            Call.get("list the volumes of " + project, "volumes")
                .query("filters", Filters.project(project)));
    return StreamSupport.stream(reply.path("Volumes").spliterator(), false)
        .map(Volumes::read)
        .sorted(Orders.by(ObservedVolume::name))
        .toList();
  }

  Optional<ObservedVolume> find(String name) throws InterruptedException {
    return transport.find(Call.get("inspect volume " + name, "volumes", name)).map(Volumes::read);
  }

  void create(Volume volume, SequencedMap<String, String> labels) throws InterruptedException {
    transport.run(
        Call.post("make volume " + volume.name(), "volumes", "create")
            .json(
                new Json()
                    .put("Name", volume.name())
                    .text("Driver", volume.driver())
                    .map("DriverOpts", volume.driverOptions())
                    .map("Labels", labels)));
  }

  private static ObservedVolume read(JsonValue volume) {
    return new ObservedVolume(
        volume.path("Name").asText(),
        volume.path("Driver").asText(),
        Json.map(volume.path("Options")),
        Json.map(volume.path("Labels")));
  }
}
