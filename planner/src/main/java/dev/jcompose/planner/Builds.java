package dev.jcompose.planner;

import dev.jcompose.model.Build;
import dev.jcompose.model.FileGrant;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The builds of a project's services, complete with what each takes from the rest of the project.
public final class Builds {
  private static final String OF_SERVICE = "service:";

  private Builds() {}

  /// The builds of those services that have one; none named: of all, and with what they depend on
  /// when that is wanted.
  public static List<Operation.BuildImage> of(
      Project project, List<ServiceName> services, PlanOptions.Dependencies dependencies) {
    return ServiceOrder.of(project, services, dependencies).services().stream()
        .filter(service -> service.build().isPresent())
        .map(service -> of(project, service))
        .toList();
  }

  /// The build of a service that has one.
  ///
  /// Services whose images are contexts of each other in a circle are refused when a file is read.
  public static Operation.BuildImage of(Project project, Service service) {
    Build build = service.build().orElseThrow();
    var others = new LinkedHashMap<String, String>();
    var built = new LinkedHashMap<String, Operation.BuildImage>();
    build
        .source()
        .additionalContexts()
        .forEach((name, context) ->
            service(project, context)
                .ifPresentOrElse(
                    other -> built.put(name, of(project, other)), () -> others.put(name, context)));
    return new Operation.BuildImage(
        service.name(),
        Names.image(project, service),
        build.withSource(build.source().withAdditionalContexts(others)),
        service.namespaces().platform(),
        Labelling.ofImage(project, service),
        secrets(project, build),
        built);
  }

  /// The service whose image is a context; none when it is another kind of context.
  private static Optional<Service> service(Project project, String context) {
    if (!context.startsWith(OF_SERVICE)) {
      return Optional.empty();
    }
    var name = new ServiceName(context.substring(OF_SERVICE.length()));
    return project
        .service(name)
        .or(() -> Optional.ofNullable(project.disabledServices().get(name)))
        .filter(service -> service.build().isPresent());
  }

  private static SequencedMap<String, FileSource> secrets(Project project, Build build) {
    var secrets = new LinkedHashMap<String, FileSource>();
    for (FileGrant grant : build.access().secrets()) {
      var secret = project.secrets().get(grant.source());
      if (secret != null) {
        secrets.put(grant.target().orElseGet(grant::source), secret.source());
      }
    }
    return secrets;
  }
}
