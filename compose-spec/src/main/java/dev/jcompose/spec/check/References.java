package dev.jcompose.spec.check;

import dev.jcompose.spec.diagnostic.Diagnostic;
import dev.jcompose.spec.diagnostic.NearestWord;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Checks that what a service refers to is declared.
record References(
    Node.Mapping document, SequencedMap<String, Element> services, Set<String> enabled) {
  private static final String OF_SERVICE = "service:";

  void check(Element service) {
    keys(service, "networks", "network");
    keys(service, "models", "model");
    sources(service, "configs", "config");
    sources(service, "secrets", "secret");
    sources(service.child("build"), "secrets", "secret");
    volumes(service);
    dependencies(service);
    namespace(service);
    additionalContexts(service);
  }

  private void keys(Element service, String element, String noun) {
    service
        .fields(element)
        .forEach((key, field) ->
            declared(service, key, element, noun, field.keySpan(), service.path().child(element)));
  }

  private void sources(Element owner, String element, String noun) {
    for (Element grant : owner.items(element)) {
      grant
          .text("source")
          .ifPresent(key ->
              declared(
                  owner,
                  key,
                  element,
                  noun,
                  grant.node().get("source").orElse(grant.node()).span(),
                  grant.path()));
    }
  }

  private void volumes(Element service) {
    for (Element mount : service.items("volumes")) {
      if (mount.text("type").filter("volume"::equals).isPresent()) {
        mount
            .text("source")
            .ifPresent(key ->
                declared(
                    service,
                    key,
                    "volumes",
                    "volume",
                    mount.node().get("source").orElse(mount.node()).span(),
                    mount.path()));
      }
    }
  }

  private void declared(
      Element owner, String key, String element, String noun, Span span, NodePath path) {
    Set<String> known = Edit.child(document, element).fields().keySet();
    if (known.contains(key)) {
      return;
    }
    Optional<String> hint =
        nearest(owner, key, known)
            .or(() -> Optional.of("Declare it under `" + element + "` at the top level."));
    owner.errorBelow(
        "undefined-element", noun + " `" + key + "` is not declared", span, path, hint);
  }

  private void dependencies(Element service) {
    service
        .fields("depends_on")
        .forEach((name, field) -> {
          boolean optional =
              field.value() instanceof Node.Mapping given
                  && Edit.text(given, "required").filter("false"::equalsIgnoreCase).isPresent();
          if (!enabled.contains(name) && !(services.containsKey(name) && optional)) {
            undefined(
                service, name, field.keySpan(), service.path().child("depends_on").child(name));
          }
        });
  }

  private void namespace(Element service) {
    service
        .text("network_mode")
        .filter(mode -> mode.startsWith(OF_SERVICE))
        .map(mode -> mode.substring(OF_SERVICE.length()))
        .filter(name -> !enabled.contains(name) && !service.fields("depends_on").containsKey(name))
        .ifPresent(name ->
            undefined(
                service,
                name,
                service.node().get("network_mode").orElse(service.node()).span(),
                service.path().child("network_mode")));
  }

  private void undefined(Element service, String name, Span span, NodePath path) {
    if (services.containsKey(name)) {
      service.errorBelow(
          "disabled-service",
          "service `" + name + "` is not enabled",
          span,
          path,
          Optional.of("Activate one of its profiles, or say `required: false`."));
    } else {
      service.errorBelow(
          "undefined-service",
          "service `" + name + "` is not declared",
          span,
          path,
          nearest(service, name, services.keySet()));
    }
  }

  private static Optional<String> nearest(Element owner, String word, Set<String> known) {
    return owner.problems().hasRoomFor(Diagnostic.Severity.ERROR)
        ? NearestWord.hint(word, known)
        : Optional.empty();
  }

  private void additionalContexts(Element service) {
    Element build = service.child("build");
    Edit.child(build.node(), "additional_contexts")
        .fields()
        .forEach((key, field) -> {
          NodePath path = build.path().child("additional_contexts").child(key);
          if (field.value() instanceof Node.Text(String text, var span)
              && text.startsWith(OF_SERVICE)) {
            buildable(service, text.substring(OF_SERVICE.length()), span, path);
          }
        });
  }

  private void buildable(Element service, String name, Span span, NodePath path) {
    if (!enabled.contains(name)) {
      undefined(service, name, span, path);
      return;
    }
    Element target = services.get(name);
    if (target != null && !target.has("build")) {
      service.errorBelow(
          "not-buildable", "service `" + name + "` has no `build`", span, path, Optional.empty());
    }
  }
}
