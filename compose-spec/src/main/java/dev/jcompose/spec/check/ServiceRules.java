package dev.jcompose.spec.check;

import dev.jcompose.spec.normal.Edit;
import dev.jcompose.spec.yaml.Node;
import java.util.List;
import java.util.Optional;

/// Checks the rest of what a service says of itself.
final class ServiceRules {
  private static final List<String> TEST_WORDS = List.of("CMD", "CMD-SHELL", "NONE");
  private static final List<String> ACTIONS_WITHOUT_TARGET = List.of("rebuild", "restart");

  private ServiceRules() {}

  static void check(Element service) {
    if (service.text("network_mode").isPresent() && !service.fields("networks").isEmpty()) {
      service.errorAtKey(
          "conflict", "`network_mode` and `networks` exclude each other", "networks");
    }
    List<Node.Scalar> test = Edit.scalars(service.child("healthcheck").node(), "test");
    if (!test.isEmpty() && !TEST_WORDS.contains(test.getFirst().raw())) {
      service
          .child("healthcheck")
          .errorAt(
              "bad-value", "a list for `test` starts with `CMD`, `CMD-SHELL` or `NONE`", "test");
    }
    for (Node.Scalar variable : Edit.scalars(service.node(), "environment")) {
      String name = variable.raw().split("=", -1)[0];
      if (!name.equals(name.stripTrailing())) {
        service.errorBelow(
            "bad-name",
            "the name of a variable ends with a space: \"" + name + "\"",
            variable.span(),
            service.path().child("environment"),
            Optional.empty());
      }
    }
    for (Element rule : service.child("develop").items("watch")) {
      String action = rule.text("action").orElse("");
      if (rule.text("target").isEmpty() && !ACTIONS_WITHOUT_TARGET.contains(action)) {
        rule.error("missing-key", "the action `" + action + "` needs a `target`");
      }
    }
  }
}
