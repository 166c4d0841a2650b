package dev.jcompose.planner;

import dev.jcompose.model.NetworkAttachment;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Function;

/// The places of a container on its networks.
final class Endpoints {
  private final Project project;

  Endpoints(Project project) {
    this.project = project;
  }

  /// In the order of attachment; none when the service uses another network namespace.
  ///
  /// @param name the container's name once it is settled
  List<Endpoint> of(Service service, String name) {
    return of(
        service,
        attachment -> {
          var aliases = new ArrayList<>(List.of(name, service.name().value()));
          aliases.addAll(attachment.aliases());
          return aliases;
        });
  }

  /// Those of a container beside the replicas.
  List<Endpoint> ofOneOff(Service service, OneOff oneOff) {
    var name = oneOff.nameIn(project);
    return oneOff.aliases() ? of(service, name) : of(service, _ -> List.of(name));
  }

  private List<Endpoint> of(Service service, Function<NetworkAttachment, List<String>> names) {
    var endpoints = new ArrayList<Endpoint>();
    if (service.networking().mode().isPresent()) {
      return endpoints;
    }
    var links = links(service);
    service
        .networking()
        .networks()
        .forEach((key, attachment) -> {
          var aliases = new LinkedHashSet<>(names.apply(attachment));
          var network = project.networks().get(key);
          endpoints.add(
              new Endpoint(
                  network == null ? key.value() : network.name(),
                  List.copyOf(aliases),
                  attachment,
                  links));
        });
    return endpoints;
  }

  /// A linked service is known by its alias, by `SERVICE-NUMBER` and by `PROJECT-SERVICE-NUMBER`.
  private List<String> links(Service service) {
    var links = new LinkedHashSet<String>();
    for (String link : service.networking().links()) {
      var parts = link.split(":", 2);
      var linked = project.service(new ServiceName(parts[0]));
      var count = linked.map(Service::replicas).orElse(0);
      for (int number = 1; number <= count; number++) {
        var container = Names.container(project, linked.orElseThrow(), number);
        links.add(container + ":" + parts[parts.length - 1]);
        links.add(container + ":" + parts[0] + "-" + number);
        links.add(container + ":" + project.name() + "-" + parts[0] + "-" + number);
      }
    }
    for (String link : service.networking().externalLinks()) {
      links.add(link.contains(":") ? link : link + ":" + link);
    }
    return List.copyOf(links);
  }
}
