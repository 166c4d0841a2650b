package dev.jcompose.executor.docker;

import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.ImageProgress;
import dev.jcompose.executor.json.JsonPieces;
import dev.jcompose.executor.json.JsonValue;
import dev.jcompose.planner.ImageId;
import dev.jcompose.planner.ObservedImage;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// The images of an engine.
final class Images {
  /// Pushes must have the header, also when the user is known nowhere.
  private static final String NOBODY = "e30=";

  private final Transport transport;
  private final Registries registries;

  Images(Transport transport, Registries registries) {
    this.transport = transport;
    this.registries = registries;
  }

  Optional<ObservedImage> find(String reference) throws InterruptedException {
    return transport
        .find(Call.get("inspect image " + reference, "images", reference, "json"))
        .map(Images::read);
  }

  void pull(String image, Optional<String> platform, Consumer<ImageProgress> progress)
      throws InterruptedException {
    ImageName name = ImageName.parse(image);
    Call call =
        Call.post("pull image " + image, "images", "create")
            .query("fromImage", name.repository())
            .query("tag", name.tagOrDigest())
            .query("platform", platform)
            .header("X-Registry-Auth", registries.credentials(name.registry()));
    transfer(call, name, progress);
  }

  void push(String image, Consumer<ImageProgress> progress) throws InterruptedException {
    ImageName name = ImageName.parse(image);
    Call call =
        Call.post("push image " + image, "images", name.repository(), "push")
            .query("tag", name.tagOrDigest())
            .header(
                "X-Registry-Auth",
                Optional.of(registries.credentials(name.registry()).orElse(NOBODY)));
    transfer(call, name, progress);
  }

  /// The engine reports a failure in the middle of its answer, when its status was sent already.
  private void transfer(Call call, ImageName name, Consumer<ImageProgress> progress)
      throws InterruptedException {
    try {
      var _ =
          transport.send(
              call,
              answer -> {
                JsonPieces.read(
                    answer.body(),
                    message -> {
                      Messages.failOnError(call.doing(), message);
                      if (message.has("status")) {
                        progress.accept(progress(message));
                      }
                    });
                return true;
              });
    } catch (EngineException e) {
      throw RegistryAdvice.added(e, name, registries.credentials(name.registry()).isPresent());
    }
  }

  String pinned(String image) throws InterruptedException {
    ImageName name = ImageName.parse(image);
    if (name.hasDigest()) {
      return name.fullRepository() + "@" + name.tagOrDigest();
    }
    Call call =
        Call.get("find the digest of image " + image, "distribution", image, "json")
            .header("X-Registry-Auth", registries.credentials(name.registry()));
    try {
      return name.fullRepository()
          + ":"
          + name.tagOrDigest()
          + "@"
          + transport.json(call).path("Descriptor").path("digest").asText();
    } catch (EngineException e) {
      throw RegistryAdvice.added(e, name, registries.credentials(name.registry()).isPresent());
    }
  }

  /// The remark that a pull begins comes with the tag where layers have their id.
  static ImageProgress progress(JsonValue message) {
    JsonValue detail = message.path("progressDetail");
    String status = message.path("status").asText();
    return new ImageProgress(
        Json.text(message.path("id")).filter(_ -> !status.startsWith("Pulling from ")),
        status,
        detail.path("current").asLong(),
        detail.path("total").asLong());
  }

  /// When an image got a name; one that never got one has the year 1.
  static Optional<Instant> lastTagged(JsonValue image) {
    return Json.text(image.path("Metadata").path("LastTagTime"))
        .filter(time -> !time.startsWith("0001-"))
        .map(time -> OffsetDateTime.parse(time).toInstant());
  }

  private static ObservedImage read(JsonValue image) {
    JsonValue config = image.path("Config");
    List<String> volumes = new ArrayList<>();
    config.path("Volumes").names().forEach(volumes::add);
    JsonValue test = config.path("Healthcheck").path("Test");
    return new ObservedImage(
        new ImageId(image.path("Id").asText()),
        Json.assignments(config.path("Env")),
        Json.texts(config.path("Cmd")),
        Json.texts(config.path("Entrypoint")),
        Json.text(config.path("User")),
        Json.text(config.path("WorkingDir")),
        volumes,
        !test.isEmpty() && !test.path(0).asText().equals("NONE"),
        Json.map(config.path("Labels")),
        lastTagged(image).map(time -> Duration.between(time, Instant.now())));
  }
}
