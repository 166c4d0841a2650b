package dev.jcompose.planner;

import dev.jcompose.model.FileGrant;
import dev.jcompose.model.FileSource;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.stream.Stream;

/// What the services of a project use, by the engine's names: to plan for it, one must know whether
/// it is there, also where it does not carry the project's label.
///
/// @param images references
/// @param files of the host, behind configs and secrets
public record Used(
    SequencedSet<String> images,
    SequencedSet<String> networks,
    SequencedSet<String> volumes,
    SequencedSet<Path> files) {
  public Used {
    images = Ordered.set(images);
    networks = Ordered.set(networks);
    volumes = Ordered.set(volumes);
    files = Ordered.set(files);
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
    return new Used(images, networks, volumes, files(project));
  }

  private static SequencedSet<Path> files(Project project) {
    var files = new LinkedHashSet<Path>();
    for (Service service : project.services().values()) {
      for (FileGrant grant : service.storage().configs()) {
        Optional.ofNullable(project.configs().get(grant.source())).stream()
            .flatMap(config -> file(config.source()))
            .forEach(files::add);
      }
      for (FileGrant grant : service.storage().secrets()) {
        Optional.ofNullable(project.secrets().get(grant.source())).stream()
            .flatMap(secret -> file(secret.source()))
            .forEach(files::add);
      }
    }
    return files;
  }

  private static Stream<Path> file(FileSource source) {
    return switch (source) {
      case FileSource.HostFile(Path path) -> Stream.of(path);
      case FileSource.FromEnvironment _, FileSource.Inline _, FileSource.External _ ->
          Stream.empty();
    };
  }
}
