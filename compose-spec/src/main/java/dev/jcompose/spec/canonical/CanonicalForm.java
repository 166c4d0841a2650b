package dev.jcompose.spec.canonical;

import dev.jcompose.model.Ordered;
import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// Writes every attribute that has a short and a long form in the long one.
///
/// What a later step reads as text anyway (durations, sizes, command lines) stays as the user wrote
/// it. Without interpolation text that does not parse stays too, since it may hold variables.
public final class CanonicalForm implements LoadStep {
  private static final Map<String, Rewrite> BUILD =
      ordered(
          Map.entry("additional_contexts", ShortForms::pairs),
          Map.entry("provenance", ShortForms::text),
          Map.entry("sbom", ShortForms::text),
          Map.entry("secrets", ShortForms.each(ShortForms::grant)),
          Map.entry("ssh", ShortForms::sshKeys));

  private static final Map<String, Rewrite> WATCH_RULE =
      ordered(Map.entry("ignore", ShortForms::list), Map.entry("include", ShortForms::list));

  private static final Map<String, Rewrite> SERVICE =
      ordered(
          Map.entry("build", CanonicalForm::build),
          Map.entry("configs", ShortForms.each(ShortForms::grant)),
          Map.entry("depends_on", ShortForms::dependencies),
          Map.entry("develop", CanonicalForm::develop),
          Map.entry("devices", ShortForms.each(DeviceForm::mapping)),
          Map.entry("dns", ShortForms::nonEmptyTexts),
          Map.entry("env_file", ShortForms::envFiles),
          Map.entry("extends", ShortForms::extendsTarget),
          Map.entry("gpus", DeviceForm::gpus),
          Map.entry("label_file", ShortForms::list),
          Map.entry("models", ShortForms::keys),
          Map.entry("networks", ShortForms::keys),
          Map.entry("ports", PortForm::ports),
          Map.entry("secrets", ShortForms.each(ShortForms::grant)),
          Map.entry("volumes", ShortForms.each(MountForm::mount)));

  private static final Map<String, Rewrite> DOCUMENT =
      ordered(
          Map.entry("services", ShortForms.values((service, at) -> within(service, at, SERVICE))),
          Map.entry("networks", ShortForms.values(ShortForms::external)),
          Map.entry("volumes", ShortForms.values(ShortForms::external)),
          Map.entry("configs", ShortForms.values(ShortForms::external)),
          Map.entry("secrets", ShortForms.values(ShortForms::external)));

  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    return (Node.Mapping)
        within(
            document,
            new Place(
                NodePath.ROOT,
                context.problems(),
                context.switches().interpolation(),
                new PortCount()),
            DOCUMENT);
  }

  private static Node build(Node build, Place at) {
    return build instanceof Node.Text
        ? Nodes.at(build).put("context", build).mapping()
        : within(build, at, BUILD);
  }

  private static Node develop(Node develop, Place at) {
    Rewrite rule = (watch, place) -> within(watch, place, WATCH_RULE);
    return within(develop, at, ordered(Map.entry("watch", ShortForms.each(rule))));
  }

  private static Node within(Node node, Place at, Map<String, Rewrite> rewrites) {
    if (!(node instanceof Node.Mapping mapping)) {
      return node;
    }
    SequencedMap<String, Node.Field> fields = new LinkedHashMap<>(mapping.fields());
    rewrites.forEach((key, rewrite) ->
        fields.computeIfPresent(
            key,
            (_, field) ->
                field.value() instanceof Node.Null
                    ? field
                    : new Node.Field(
                        field.keySpan(), rewrite.underTag(field.value(), at.child(key)))));
    return new Node.Mapping(fields, mapping.span());
  }

  @SafeVarargs
  private static Map<String, Rewrite> ordered(Map.Entry<String, Rewrite>... rewrites) {
    SequencedMap<String, Rewrite> map = new LinkedHashMap<>();
    for (Map.Entry<String, Rewrite> rewrite : rewrites) {
      map.put(rewrite.getKey(), rewrite.getValue());
    }
    return Ordered.map(map);
  }
}
