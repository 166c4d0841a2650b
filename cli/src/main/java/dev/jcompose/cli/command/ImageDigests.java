package dev.jcompose.cli.command;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.ImagePins;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import dev.jcompose.model.Value;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Holds the images of a project to what their registries have now.
final class ImageDigests {
  private ImageDigests() {}

  /// The project with digests in place of tags; services that are only built stay as they are.
  static Project pin(Project project, Engine engine) throws InterruptedException {
    var images =
        project.services().values().stream().flatMap(service -> service.image().stream()).toList();
    var pins = ImagePins.of(engine, images);
    SequencedMap<ServiceName, Service> pinned = new LinkedHashMap<>();
    project
        .services()
        .forEach((name, service) ->
            pinned.put(
                name, service.image().map(pins::get).map(service::withImage).orElse(service)));
    return project.withServices(pinned);
  }

  /// What, laid over the files of a pinned project, gives its services these images.
  static Value lock(Project pinned) {
    SequencedMap<String, Value> services = new LinkedHashMap<>();
    pinned
        .services()
        .forEach((name, service) -> {
          SequencedMap<String, Value> image = new LinkedHashMap<>();
          service.image().ifPresent(reference -> image.put("image", new Value.Text(reference)));
          services.put(name.value(), new Value.Fields(image));
        });
    SequencedMap<String, Value> document = new LinkedHashMap<>();
    document.put("services", new Value.Fields(services));
    return new Value.Fields(document);
  }
}
