package dev.jcompose.spec.check;

import dev.jcompose.spec.canonical.IpAddress;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Checks what one element says against itself: attributes that exclude each other, sources of
/// configs and secrets, addresses.
public final class ExclusiveAttributes implements LoadStep {
  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    Problems problems = context.problems();
    Elements.each(document, "volumes", problems, ExclusiveAttributes::volume);
    Elements.each(
        document,
        "configs",
        problems,
        config -> source(config, List.of("file", "environment", "content")));
    Elements.each(
        document, "secrets", problems, secret -> source(secret, List.of("file", "environment")));
    Elements.each(document, "services", problems, ExclusiveAttributes::service);
    return document;
  }

  private static void volume(Element volume) {
    if (!volume.isExternal()) {
      return;
    }
    for (String key : volume.node().fields().keySet()) {
      if (!key.equals("name") && !key.equals("external") && !key.startsWith("x-")) {
        volume.errorAtKey(
            "conflict", "an external volume takes no `" + key + "`, it is not ours to create", key);
      }
    }
  }

  private static void source(Element object, List<String> sources) {
    List<String> given = sources.stream().filter(object.node().fields()::containsKey).toList();
    String all = "`" + String.join("`, `", sources) + "`";
    if (given.size() > 1) {
      object.errorAtKey("conflict", "only one of " + all + " can be given", given.get(1));
    }
    boolean elsewhere =
        object.node().fields().containsKey("driver")
            || object.node().fields().containsKey("external");
    if (given.isEmpty() && !elsewhere) {
      object.error("missing-key", "`" + object.name() + "` needs one of " + all);
    }
  }

  private static void service(Element service) {
    service.items("ports").forEach(ExclusiveAttributes::port);
    service.items("volumes").forEach(ExclusiveAttributes::mount);
    service.items("volumes").forEach(mount -> target(mount, "mount"));
    service.items("devices").forEach(mapping -> target(mapping, "device"));
    service.items("gpus").forEach(ExclusiveAttributes::device);
    service
        .child("deploy")
        .child("resources")
        .child("reservations")
        .items("devices")
        .forEach(ExclusiveAttributes::device);
    service.child("develop").items("watch").forEach(ExclusiveAttributes::watch);
  }

  private static void port(Element port) {
    Edit.text(port.node(), "host_ip")
        .filter(address -> !IpAddress.isValid(address))
        .ifPresent(address ->
            port.errorAt("bad-port", "\"" + address + "\" is not an IP address", "host_ip"));
  }

  private static void mount(Element mount) {
    if (mount.text("type").filter("bind"::equals).isPresent() && mount.text("source").isEmpty()) {
      mount.error("missing-key", "a bind mount needs a `source`");
    }
  }

  private static void target(Element mapping, String noun) {
    if (!mapping.has("target") && mapping.node().fields().containsKey("source")) {
      mapping.error("missing-key", "a " + noun + " needs a `target`, its place in the container");
    }
  }

  private static void device(Element device) {
    if (device.node().fields().containsKey("count")
        && device.node().fields().containsKey("device_ids")) {
      device.errorAtKey("conflict", "`count` and `device_ids` exclude each other", "device_ids");
    }
  }

  private static void watch(Element rule) {
    if (rule.node().get("path").orElse(rule.node()) instanceof Node.Text(String path, var _)
        && path.isEmpty()) {
      rule.errorAt("bad-value", "the path to watch is empty", "path");
    }
  }
}
