package dev.jcompose.planner;

import dev.jcompose.model.Command;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;

/// Compares a definition with a container field by field. It only tells of fields that certainly
/// differ: where the engine or the image may have had a say, it is silent.
final class FieldComparison {
  private final String project;
  private final Service service;
  private final String reference;
  private final Optional<ObservedImage> image;
  private final Map<ServiceName, ContainerId> parents;
  private final SequencedMap<String, String> endpoints;
  private final Secrecy secrecy;
  private final List<ContainerMount> mounts;
  private final List<String> written;
  private final List<FieldChange> changes = new ArrayList<>();

  /// @param image the one the service wants, if it is on the engine
  /// @param files what can be given to containers from this machine
  /// @param parents the containers that stay whose namespaces and volumes the service uses
  FieldComparison(
      Project project,
      Service service,
      Optional<ObservedImage> image,
      HostFiles files,
      Map<ServiceName, ContainerId> parents) {
    this.project = project.name().value();
    this.service = service;
    this.reference = Names.image(project, service);
    this.image = image;
    this.parents = parents;
    this.endpoints = Ordered.map(EndpointAttributes.of(project, service));
    this.secrecy = Secrecy.of(project);
    this.mounts = new ArrayList<>(new Mounts(project, Optional.empty()).of(service, image));
    var grants = Grants.of(project, service, files, new PlanBuilder());
    this.mounts.addAll(grants.binds());
    this.written = grants.uploads().stream().map(FileUpload::target).toList();
  }

  /// What differs, in the order of this class. Call it once.
  List<FieldChange> changes(ObservedContainer container) {
    image(container.image().reference());
    labels(container);
    mounts(container);
    name(container);
    container.details().ifPresent(details -> details(container.id(), details));
    return List.copyOf(changes);
  }

  private void changed(String field, Optional<String> from, Optional<String> to) {
    if (!from.equals(to)) {
      changes.add(
          secrecy.applied(
              new FieldChange(
                  field, from.map(FieldComparison::brief), to.map(FieldComparison::brief))));
    }
  }

  /// Ids of containers as people know them.
  private static String brief(String text) {
    return text.replaceAll("(?<=container:[0-9a-f]{12})[0-9a-f]{52}", "");
  }

  private void changed(String field, String from, String to) {
    changed(field, Optional.of(from), Optional.of(to));
  }

  /// An engine shows the id of an image that has lost its name; that tells nothing.
  private void image(String found) {
    if (!found.startsWith("sha256:") && !full(found).equals(full(reference))) {
      changed("image", found, reference);
    }
  }

  /// The reference with what may be left out, e.g. `docker.io/library/nginx:latest`.
  private static String full(String reference) {
    var slash = reference.indexOf('/');
    var host = slash < 0 ? "" : reference.substring(0, slash);
    var isHost = host.contains(".") || host.contains(":") || host.equals("localhost");
    var named = isHost ? reference : "docker.io/" + (slash < 0 ? "library/" : "") + reference;
    var last = named.substring(named.lastIndexOf('/'));
    return last.contains(":") || last.contains("@") ? named : named + ":latest";
  }

  /// The project's way to put a name together may have been another one.
  private void name(ObservedContainer container) {
    var given = service.lifecycle().containerName();
    var found = container.name();
    var number = container.number().map(Object::toString).orElse("");
    var parts = List.of(project, service.name().value(), number);
    var isMade = found.equals(String.join("-", parts)) || found.equals(String.join("_", parts));
    if (!Names.isTemporary(container) && (given.isPresent() || !isMade)) {
      changed("container_name", Optional.of(found), given);
    }
  }

  private void labels(ObservedContainer container) {
    var wanted = service.description().labels();
    var keys = new TreeSet<>(wanted.keySet());
    keys.addAll(container.labels().keySet());
    keys.removeIf(key -> key.startsWith("com.docker.compose.") || key.equals(Labels.FILES));
    for (String key : keys) {
      var from = container.label(key);
      var to = Optional.ofNullable(wanted.get(key)).or(() -> imageLabel(key, from));
      changed("labels." + key, from, to);
    }
  }

  /// Without the image one cannot tell whose label it is.
  private Optional<String> imageLabel(String key, Optional<String> found) {
    return image.isEmpty() ? found : Optional.ofNullable(image.get().labels().get(key));
  }

  private void mounts(ObservedContainer container) {
    for (ContainerMount mount : mounts) {
      var target = mount.at().target();
      var found = container.mounts().stream().filter(m -> m.target().equals(target)).findFirst();
      if (found.isPresent()) {
        var to = MountText.of(mount);
        var from = MountText.of(found.get());
        if (!from.equals(to) && !MountText.isSame(found.get(), mount)) {
          changed("volumes." + target, from, to);
        }
      } else if (mount instanceof ContainerMount.Bind) {
        changed("volumes." + target, Optional.empty(), Optional.of(MountText.of(mount)));
      }
    }
    if (service.storage().volumesFrom().isEmpty()) {
      lostMounts(container);
    }
  }

  /// A bind or a named volume comes from nowhere but a definition. Others bind files that we write
  /// because they have an owner.
  private void lostMounts(ObservedContainer container) {
    for (ObservedMount found : container.mounts()) {
      var isNamed =
          found.type().equals("volume")
              && found.name().filter(name -> !Names.isAnonymousVolume(name)).isPresent();
      if ((isNamed || found.type().equals("bind"))
          && !written.contains(found.target())
          && mounts.stream().noneMatch(mount -> mount.at().target().equals(found.target()))) {
        changed("volumes." + found.target(), Optional.of(MountText.of(found)), Optional.empty());
      }
    }
  }

  private void details(ContainerId id, ContainerDetails details) {
    environment(details);
    commands(details);
    var user = service.execution().user().name();
    wanted("user", details.user(), user, ObservedImage::user);
    var directory = service.execution().workingDir();
    wanted("working_dir", details.workingDir(), directory, ObservedImage::workingDir);
    hostname(id, details.hostname());
    attributes(details.attributes());
  }

  /// A container that is given no name bears its own id, unless it has the name of another or of
  /// the host.
  private void hostname(ContainerId id, Optional<String> found) {
    var wanted = service.networking().hostNames().hostname();
    var isShared =
        service.networking().mode().isPresent() || service.namespaces().uts().isPresent();
    if (wanted.isPresent() || (!isShared && found.filter(id.value()::startsWith).isEmpty())) {
      changed("hostname", found, wanted);
    }
  }

  private void environment(ContainerDetails details) {
    var wanted = service.execution().environment();
    var keys = new TreeSet<>(wanted.keySet());
    keys.addAll(details.environment().keySet());
    for (String key : keys) {
      var from = Optional.ofNullable(details.environment().get(key));
      var declared = wanted.get(key);
      if (declared != null) {
        changed("environment." + key, from, declared);
      } else if (image.isPresent()) {
        var ofImage = Optional.ofNullable(image.get().environment().get(key));
        if (ofImage.isEmpty() && !key.equals("PATH") && !isProxy(key)) {
          changed("environment." + key, from, ofImage);
        }
      }
    }
  }

  /// The user's own configuration of the engine's client adds these.
  private static boolean isProxy(String variable) {
    return variable.toLowerCase(Locale.ROOT).endsWith("_proxy");
  }

  /// An entrypoint of its own takes away the image's command, too.
  private void commands(ContainerDetails details) {
    var command = words(service.execution().command());
    var entrypoint = words(service.execution().entrypoint());
    if (!entrypoint.isEmpty()) {
      changed("entrypoint", joined(details.entrypoint()), joined(entrypoint));
      changed("command", joined(details.command()), joined(command));
    } else {
      if (service.execution().entrypoint() instanceof Command.FromImage()) {
        var ofImage = image.map(ObservedImage::entrypoint).orElse(details.entrypoint());
        changed("entrypoint", joined(details.entrypoint()), joined(ofImage));
      }
      var ofImage = image.map(ObservedImage::command).orElse(details.command());
      changed("command", joined(details.command()), joined(command.isEmpty() ? ofImage : command));
    }
  }

  private static List<String> words(Command command) {
    return switch (command) {
      case Command.Words(var words) -> words;
      case Command.FromImage() -> List.of();
    };
  }

  private static Optional<String> joined(List<String> words) {
    return words.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", words));
  }

  /// What is not given is the image's, where that is known.
  private void wanted(
      String field,
      Optional<String> from,
      Optional<String> to,
      Function<ObservedImage, Optional<String>> ofImage) {
    if (to.isPresent()) {
      changed(field, from, to);
    } else {
      image.ifPresent(known -> changed(field, from, ofImage.apply(known)));
    }
  }

  /// What only one side has counts unless the engine may have put it there or dropped it.
  private void attributes(SequencedMap<String, String> found) {
    var wanted = new TreeMap<>(ContainerAttributes.of(service, parents));
    wanted.putAll(endpoints);
    var names = new TreeSet<>(wanted.keySet());
    names.addAll(found.keySet());
    for (String name : names) {
      var from = Optional.ofNullable(found.get(name));
      var to = Optional.ofNullable(wanted.get(name));
      if (AttributeRules.differ(name, from, to, image)) {
        changed(name, from, to);
      }
    }
  }
}
