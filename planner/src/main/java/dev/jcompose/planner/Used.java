package dev.jcompose.planner;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.LinkedHashSet;
import java.util.SequencedSet;

/// What the services of a project use, by the engine's names: to plan for it, one must know whether
/// it is there, also where it does not carry the project's label.
///
/// @param images references
public record Used(
    SequencedSet<String> images, SequencedSet<String> networks, SequencedSet<String> volumes) {
  public Used {
    images = Ordered.set(images);
    networks = Ordered.set(networks);
    volumes = Ordered.set(volumes);
  }

  /// By the enabled services of that project.
  public static Used by(Project project) {
    var images = new LinkedHashSet<String>();
    var networks = new LinkedHashSet<String>();
    var volumes = new LinkedHashSet<String>();
    for (Service service : project.services().values()) {
      images.add(Names.image(project, service));
      service
          .lifecycle()
          .hooks()
          .preStart()
          .forEach(hook -> images.add(Names.image(project, service, hook)));
      networks.addAll(Names.networks(project, service));
      volumes.addAll(Names.volumes(project, service));
    }
    return new Used(images, networks, volumes);
  }
}
