package dev.jcompose.spec.check;

import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.scalar.NumberText;
import dev.jcompose.spec.scalar.SizeText;
import dev.jcompose.spec.yaml.Node;
import java.util.Optional;
import java.util.function.BiFunction;

/// Checks attributes that can be written in two places: what is in both must be the same.
final class TwinRules {
  private TwinRules() {}

  static void check(Element service) {
    Element deploy = service.child("deploy");
    Element resources = deploy.child("resources");
    scale(service, deploy);
    twin(service, "cpus", resources, "limits", "cpus", TwinRules::number);
    twin(service, "mem_limit", resources, "limits", "memory", TwinRules::size);
    twin(service, "mem_reservation", resources, "reservations", "memory", TwinRules::size);
    twin(service, "pids_limit", resources, "limits", "pids", TwinRules::number);
  }

  private static void scale(Element service, Element deploy) {
    Optional<Double> scale = number(service, "scale");
    Optional<Double> replicas = number(deploy, "replicas");
    if (scale.isPresent() && replicas.isPresent() && !scale.equals(replicas)) {
      service.errorAt("conflict", "`scale` and `deploy.replicas` differ", "scale");
    }
    notNegative(scale, service, "scale");
    notNegative(replicas, deploy, "replicas");
    double count = scale.or(() -> replicas).orElse(1.0);
    if (count > 1 && service.text("container_name").isPresent()) {
      service.errorAt(
          "conflict",
          "`container_name` names one container, but there are to be " + (long) count,
          "container_name");
    }
  }

  private static void notNegative(Optional<Double> count, Element element, String key) {
    if (count.filter(value -> value < 0).isPresent()) {
      element.errorAt("bad-value", "`" + key + "` is less than 0", key);
    }
  }

  /// A twin that is left out while its mapping is there counts as 0, as in docker compose.
  private static void twin(
      Element service,
      String key,
      Element resources,
      String part,
      String twinKey,
      BiFunction<Element, String, Optional<Double>> read) {
    Optional<Double> value = read.apply(service, key).filter(given -> given != 0);
    if (value.isEmpty() || !resources.has(part)) {
      return;
    }
    double twin = read.apply(resources.child(part), twinKey).orElse(0.0);
    if (value.get() != twin) {
      service.errorAt(
          "conflict",
          "`%s` and `deploy.resources.%s.%s` differ".formatted(key, part, twinKey),
          key);
    }
  }

  private static Optional<Double> number(Element element, String key) {
    return switch (element.node().get(key).orElse(new Node.Null(element.keySpan()))) {
      case Node.Numeral number -> Optional.of(number.size());
      case Node.Text(String text, var _) when text.matches("-?\\d+(\\.\\d+)?") ->
          NumberText.decimal(text);
      case Node.Text _, Node.Bool _, Node.Null _, Node.Sequence _, Node.Mapping _, Node.Tagged _ ->
          Optional.empty();
    };
  }

  private static Optional<Double> size(Element element, String key) {
    return number(element, key)
        .or(() ->
            Edit.text(element.node(), key)
                .flatMap(SizeText::parse)
                .map(bytes -> (double) bytes.bytes()));
  }
}
