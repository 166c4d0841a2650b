package dev.jcompose.planner;

import dev.jcompose.model.Command;
import dev.jcompose.model.Mount;
import dev.jcompose.model.PortMapping;
import dev.jcompose.model.PortRange;
import dev.jcompose.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Compares a definition with a container field by field. It only tells of fields that certainly
/// differ: where the engine or the image may have had a say, it is silent.
final class FieldComparison {
  private static final String WORDS =
      "pass|pwd|secret|token|credential|private|auth(?!or)|dsn|salt";

  /// What a field or an option of a command is called that holds something confidential.
  private static final Pattern CONFIDENTIAL =
      Pattern.compile(WORDS + "|key$|key[_=.-]", Pattern.CASE_INSENSITIVE);

  /// An address with a password in it, e.g. `postgres://shop:hush@db/shop`.
  private static final Pattern WITH_PASSWORD = Pattern.compile("://[^/\\s@]*:[^/\\s@]+@");

  private final Service service;
  private final String reference;
  private final Optional<ObservedImage> image;
  private final List<FieldChange> changes = new ArrayList<>();

  /// @param reference the image the service wants
  /// @param image that image, if it is on the engine
  FieldComparison(Service service, String reference, Optional<ObservedImage> image) {
    this.service = service;
    this.reference = reference;
    this.image = image;
  }

  /// What differs, in the order of this class. Call it once.
  List<FieldChange> changes(ObservedContainer container) {
    image(container.image().reference());
    labels(container);
    mounts(container);
    container.details().ifPresent(this::details);
    return List.copyOf(changes);
  }

  private void changed(String field, Optional<String> from, Optional<String> to) {
    if (!from.equals(to)) {
      changes.add(
          isConfidential(field, from) || isConfidential(field, to)
              ? new FieldChange(field, from.map(_ -> "(hidden)"), to.map(_ -> "(hidden)"))
              : new FieldChange(field, from, to));
    }
  }

  private void changed(String field, String from, String to) {
    changed(field, Optional.of(from), Optional.of(to));
  }

  /// Commands are judged by their words, as in `redis-server --requirepass hush`.
  private static boolean isConfidential(String field, Optional<String> value) {
    var text = value.orElse("");
    var isCommand = field.equals("command") || field.equals("entrypoint");
    return CONFIDENTIAL.matcher(isCommand ? text : field).find()
        || WITH_PASSWORD.matcher(text).find();
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
    for (var mount : service.storage().mounts()) {
      var target = mount.at().target();
      var found = container.mounts().stream().filter(m -> m.target().equals(target)).findFirst();
      if (found.isEmpty() && mount instanceof Mount.Bind(var source, _, _)) {
        changed("volumes." + target, Optional.empty(), Optional.of(source));
      }
    }
  }

  private void details(ContainerDetails details) {
    environment(details);
    words("command", details.command(), service.execution().command());
    words("entrypoint", details.entrypoint(), service.execution().entrypoint());
    wanted("user", details.user(), service.execution().user().name());
    wanted("working_dir", details.workingDir(), service.execution().workingDir());
    wanted("hostname", details.hostname(), service.networking().hostNames().hostname());
    runtime(details.runtime());
    ports(details.runtime());
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

  private void words(String field, List<String> from, Command to) {
    switch (to) {
      case Command.Words(var words) -> {
        if (!words.isEmpty()) {
          changed(field, String.join(" ", from), String.join(" ", words));
        }
      }
      case Command.FromImage() -> {}
    }
  }

  private void wanted(String field, Optional<String> from, Optional<String> to) {
    if (to.isPresent()) {
      changed(field, from, to);
    }
  }

  private void runtime(ContainerDetails.RuntimeDetails found) {
    if (service.deploy().flatMap(deploy -> deploy.restart()).isEmpty()) {
      changed("restart", found.restart(), restart());
    }
    changed(
        "privileged",
        Boolean.toString(found.privileged()),
        Boolean.toString(service.privileges().privileged()));
    changed(
        "read_only",
        Boolean.toString(found.readOnly()),
        Boolean.toString(service.storage().readOnly()));
    service
        .resources()
        .memory()
        .limit()
        .ifPresent(limit -> changed("mem_limit", Long.toString(found.memory()), limit.toString()));
    service
        .lifecycle()
        .stopping()
        .gracePeriod()
        .ifPresent(grace ->
            wanted(
                "stop_grace_period",
                found.stopTimeout().map(time -> time.toSeconds() + " s"),
                Optional.of(grace.toSeconds() + " s")));
  }

  /// As the engine keeps them, e.g. `127.0.0.1:8080:80/tcp`; all addresses and none are the same.
  private void ports(ContainerDetails.RuntimeDetails found) {
    var from = found.portBindings().stream().map(FieldComparison::withoutAny);
    var to = service.networking().ports().stream().map(FieldComparison::binding);
    changed("ports", joined(from), joined(to));
  }

  private static String withoutAny(String binding) {
    return binding.startsWith("0.0.0.0:") ? binding.substring("0.0.0.0:".length()) : binding;
  }

  private static String binding(PortMapping port) {
    var published = port.published().map(PortRange::toString).orElse("");
    var address = port.hostIp().filter(ip -> !ip.isEmpty()).map(ip -> ip + ":").orElse("");
    return withoutAny(address + published + ":" + port.target() + "/" + port.protocol());
  }

  private static Optional<String> joined(Stream<String> ports) {
    return Optional.of(ports.sorted().collect(Collectors.joining(" ")))
        .filter(text -> !text.isEmpty());
  }

  private String restart() {
    return service
        .lifecycle()
        .restart()
        .map(policy ->
            policy.condition().word() + policy.maxRetries().map(max -> ":" + max).orElse(""))
        .orElse("no");
  }
}
