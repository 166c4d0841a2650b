package dev.jcompose.cli.generate;

import dev.jcompose.cli.generate.FoundContainers.Found;
import dev.jcompose.model.Value;
import dev.jcompose.planner.ContainerDetails;
import dev.jcompose.planner.Labels;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedImage;
import dev.jcompose.planner.ObservedMount;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// A service of a generated file, in the order in which people write one. What its first container
/// has of its image or of the engine is left out.
final class GeneratedService {
  private final String key;
  private final Surroundings outside;
  private final ObservedContainer container;
  private final ContainerDetails details;
  private final Optional<ObservedImage> image;
  private final GeneratedAttributes attributes;
  private final FieldWriter fields = new FieldWriter();

  GeneratedService(String key, List<Found> replicas, Surroundings outside) {
    this.key = key;
    this.outside = outside;
    this.container = replicas.getFirst().container();
    this.details = replicas.getFirst().details();
    this.image = replicas.getFirst().image();
    this.attributes = new GeneratedAttributes(details, outside, fields);
    fields.text("image", container.image().reference());
    if (replicas.size() == 1) {
      name();
    }
    commands();
    process();
    fields.nested("environment", unlikeImage(details.environment(), ObservedImage::environment));
    attributes.ports();
    networks();
    mounts();
    dependencies();
    attributes.rest();
    labels();
    if (replicas.size() > 1) {
      fields.scalar("scale", Integer.toString(replicas.size()));
    }
  }

  Value.Fields value() {
    return fields.value();
  }

  /// The attributes that are not in it though the container has them, sorted.
  List<String> leftOut() {
    return attributes.leftOut();
  }

  /// A name that Compose would give it by itself is none of its own, and that of a container nobody
  /// composed has become the service's.
  private void name() {
    var service = container.label(Labels.SERVICE);
    if (service.isPresent() && !container.isOneOff()) {
      var project = container.label(Labels.PROJECT).orElse("");
      var number = container.label(Labels.CONTAINER_NUMBER).orElse("1");
      var made = List.of(project, service.get(), number);
      var name = container.name();
      if (!name.equals(String.join("-", made)) && !name.equals(String.join("_", made))) {
        fields.text("container_name", name);
      }
    }
  }

  /// With an entrypoint of its own the image's command does not count.
  private void commands() {
    var hasOwnEntrypoint =
        image.isEmpty() || !image.get().entrypoint().equals(details.entrypoint());
    if (hasOwnEntrypoint) {
      fields.texts("entrypoint", details.entrypoint());
      fields.texts("command", details.command());
    } else if (!image.get().command().equals(details.command())) {
      fields.items("command", details.command());
    }
  }

  private void process() {
    fields
        .text("user", own(details.user(), ObservedImage::user))
        .text("working_dir", own(details.workingDir(), ObservedImage::workingDir));
    var mode = details.attributes().getOrDefault("network_mode", "");
    var isShared = mode.equals("host") || mode.startsWith("container:");
    details
        .hostname()
        .filter(hostname -> !isShared && !container.id().value().startsWith(hostname))
        .ifPresent(hostname -> fields.text("hostname", hostname));
  }

  private String own(Optional<String> value, Function<ObservedImage, Optional<String>> ofImage) {
    return value.equals(image.flatMap(ofImage)) ? "" : value.orElse("");
  }

  private FieldWriter unlikeImage(
      SequencedMap<String, String> values,
      Function<ObservedImage, SequencedMap<String, String>> ofImage) {
    var own = new TreeMap<>(values);
    image.map(ofImage).ifPresent(its -> its.forEach(own::remove));
    return FieldWriter.ofTexts(own);
  }

  private void labels() {
    var labels = new TreeMap<>(container.labels());
    labels.keySet().removeIf(Labels::isInternal);
    fields.nested("labels", unlikeImage(labels, ObservedImage::labels));
  }

  /// Not written where the service is on the default network in the usual way only.
  private void networks() {
    var networks = new FieldWriter();
    var isPlain = true;
    for (String name : new TreeMap<>(container.endpoints()).keySet()) {
      if (!Surroundings.BUILT_IN.contains(name)) {
        var endpoint = attributes.endpoint(name, List.of(key, container.name()), container.id());
        networks.put(
            outside.networkKey(name), endpoint.isEmpty() ? new Value.Null() : endpoint.value());
        isPlain &= endpoint.isEmpty() && outside.isPlainDefault(name);
      }
    }
    if (!isPlain) {
      fields.nested("networks", networks);
    }
  }

  private void mounts() {
    var mounts = container.mounts().stream().filter(this::isDeclared).map(this::mount).toList();
    if (!mounts.isEmpty()) {
      fields.put("volumes", new Value.Items(mounts));
    }
  }

  /// The image itself brings some volumes; memory is another attribute's.
  private boolean isDeclared(ObservedMount mount) {
    var isOfImage =
        mount.name().filter(outside::isAnonymous).isPresent()
            && image.filter(known -> known.volumes().contains(mount.target())).isPresent();
    return !isOfImage && !attributes.hasTmpfs(mount.target());
  }

  /// `./conf:/etc/conf:ro` where that can say it.
  private Value mount(ObservedMount mount) {
    var source =
        switch (mount.type()) {
          case "bind" -> outside.path(mount.source());
          case "volume" ->
              mount
                  .name()
                  .filter(name -> !outside.isAnonymous(name))
                  .map(outside::volumeKey)
                  .orElse("");
          default -> ":";
        };
    if (source.contains(":") || mount.target().contains(":")) {
      return longMount(mount);
    }
    return FieldWriter.text(
        (source.isEmpty() ? "" : source + ":") + mount.target() + (mount.readOnly() ? ":ro" : ""));
  }

  private Value longMount(ObservedMount mount) {
    var written = new FieldWriter().text("type", mount.type());
    switch (mount.type()) {
      case "volume" ->
          mount
              .name()
              .filter(name -> !outside.isAnonymous(name))
              .ifPresent(name -> written.text("source", outside.volumeKey(name)));
      case "tmpfs" -> {}
      default -> written.text("source", outside.path(mount.source()));
    }
    written.text("target", mount.target());
    if (mount.readOnly()) {
      written.scalar("read_only", "true");
    }
    return written.value();
  }

  /// As the label has them: `db:service_started:false`, with commas between.
  private void dependencies() {
    var dependencies = new FieldWriter();
    for (String one : container.label(Labels.DEPENDS_ON).orElse("").split(",", -1)) {
      var parts = List.of(one.split(":", -1));
      if (parts.size() == 3) {
        var dependency = new FieldWriter().text("condition", parts.get(1));
        if (parts.get(2).equals("true")) {
          dependency.scalar("restart", "true");
        }
        outside
            .sibling(container, parts.getFirst())
            .ifPresent(other -> dependencies.put(other, dependency.value()));
      }
    }
    fields.nested("depends_on", dependencies);
  }
}
