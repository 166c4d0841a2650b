package dev.jcompose.spec.normal;

import dev.jcompose.spec.canonical.TargetPath;
import dev.jcompose.spec.diagnostic.Span;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// Writes down what a Compose file implies: the network `default`, names of resources, what a build
/// takes for granted, values of variables that are only named, implicit dependencies.
public final class ImpliedThings implements LoadStep {
  private static final List<String> NAMED = List.of("networks", "volumes", "configs", "secrets");

  @Override
  public Node.Mapping apply(Node.Mapping document, LoadContext context) {
    if (!context.switches().normalization()) {
      return document;
    }
    Node.Mapping changed =
        Edit.replaced(
            document, "name", new Node.Text(context.projectName().value(), nameSpan(document)));
    changed = DefaultNetwork.add(changed);
    changed = Edit.eachService(changed, ImpliedThings::service);
    Variables variables = Variables.of(context);
    changed = Edit.eachService(changed, service -> values(service, variables));
    if (context.switches().interpolation()) {
      changed = Edit.eachService(changed, ImpliedThings::replicas);
    }
    for (String element : NAMED) {
      changed = Edit.each(changed, element, (key, given) -> named(key, given, context));
    }
    return changed;
  }

  private static Span nameSpan(Node.Mapping document) {
    return document.get("name").orElse(document).span();
  }

  private static Node.Mapping service(Node.Mapping service) {
    Node.Mapping changed = service;
    if (Edit.text(service, "pull_policy").filter("if_not_present"::equals).isPresent()) {
      Span span = service.get("pull_policy").orElse(service).span();
      changed = Edit.replaced(changed, "pull_policy", new Node.Text("missing", span));
    }
    changed = Edit.mapping(changed, "build", ImpliedThings::build);
    changed = Edit.items(changed, "volumes", ImpliedThings::mount);
    changed = ImplicitDependencies.add(changed);
    Node image = service.get("image").orElse(new Node.Null(service.span()));
    return Edit.items(
        changed,
        "pre_start",
        hook ->
            Edit.text(hook, "image").orElse("").isEmpty()
                ? Edit.replaced(hook, "image", image)
                : hook);
  }

  private static Node.Mapping values(Node.Mapping service, Variables variables) {
    return Edit.mapping(
        variables.resolve(service, "environment", Variables.Unset.KEPT),
        "build",
        build -> variables.resolve(build, "args", Variables.Unset.DROPPED));
  }

  /// `scale` is an older word for `deploy.replicas`.
  private static Node.Mapping replicas(Node.Mapping service) {
    return service
        .get("scale")
        .filter(_ -> Edit.hasValue(service, "scale"))
        .map(scale ->
            Edit.mapping(
                service,
                "deploy",
                deploy ->
                    Edit.hasValue(deploy, "replicas")
                        ? deploy
                        : Edit.replaced(deploy, "replicas", scale)))
        .orElse(service);
  }

  private static Node.Mapping build(Node.Mapping build) {
    Node.Mapping changed = Edit.defaultText(build, "context", ".");
    if (Edit.text(changed, "dockerfile_inline").orElse("").isEmpty()) {
      changed = Edit.defaultText(changed, "dockerfile", "Dockerfile");
    }
    return changed;
  }

  private static Node.Mapping mount(Node.Mapping mount) {
    return mount.get("target").orElse(mount) instanceof Node.Text(String target, var span)
        ? Edit.replaced(mount, "target", new Node.Text(TargetPath.clean(target), span))
        : mount;
  }

  private static Node named(String key, Node element, LoadContext context) {
    Node.Mapping mapping =
        element instanceof Node.Mapping given ? given : Edit.empty(element.span());
    String name = isExternal(mapping) ? key : context.projectName() + "_" + key;
    return Edit.defaultText(mapping, "name", name);
  }

  private static boolean isExternal(Node.Mapping element) {
    return Edit.text(element, "external").filter("true"::equalsIgnoreCase).isPresent();
  }
}
