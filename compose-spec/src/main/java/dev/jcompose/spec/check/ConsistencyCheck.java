package dev.jcompose.spec.check;

import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.select.ActiveProfiles;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Checks what the elements of a complete canonical document say of each other. Only services that
/// are enabled are checked.
public final class ConsistencyCheck implements LoadStep {
  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    if (!context.switches().consistency()) {
      return document;
    }
    ActiveProfiles profiles = new ActiveProfiles(context.profiles());
    SequencedMap<String, Element> enabled = new LinkedHashMap<>();
    SequencedMap<String, Element> all = new LinkedHashMap<>();
    Elements.each(
        document,
        "services",
        context.problems(),
        service -> {
          all.put(service.name(), service);
          if (profiles.enable(service.node())) {
            enabled.put(service.name(), service);
          }
        });
    References references = new References(document, all, enabled.keySet());
    enabled.values().forEach(references::check);
    enabled.values().stream()
        .filter(service -> isMapping(document, service))
        .forEach(service -> {
          BuildRules.check(service);
          TwinRules.check(service);
          MountRules.check(service);
          ServiceRules.check(service);
        });
    if (context.switches().containerNames()) {
      ContainerNames.check(ContainerNames.reached(enabled, context.services()));
    }
    Elements.each(document, "secrets", context.problems(), ConsistencyCheck::secret);
    DependencyCycles.check(enabled);
    return document;
  }

  private static boolean isMapping(Node.Mapping document, Element service) {
    return Edit.child(document, "services").get(service.name()).orElse(document)
        instanceof Node.Mapping;
  }

  /// A driver may know where a config comes from, but not a secret.
  private static void secret(Element secret) {
    if (!secret.isExternal()
        && Edit.text(secret.node(), "file").isEmpty()
        && Edit.text(secret.node(), "environment").isEmpty()) {
      secret.error("missing-key", "`" + secret.name() + "` needs one of `file`, `environment`");
    }
  }
}
