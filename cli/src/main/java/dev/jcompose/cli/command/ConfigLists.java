package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Hashes;
import dev.jcompose.model.AiModel;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/// The flags of `config` that show one kind of name or digest, a line each. Of several the first
/// one here counts.
final class ConfigLists {
  @Option(names = "--services", description = "Show the names of services.")
  boolean onlyServices;

  @Option(names = "--volumes", description = "Show the names of volumes.")
  boolean volumes;

  @Option(names = "--networks", description = "Show the names of networks.")
  boolean networks;

  @Option(names = "--models", description = "Show the names of models.")
  boolean models;

  @Option(
      names = "--hash",
      paramLabel = "SERVICES",
      description = "Show the config hashes of these services, separated by commas, or of all: *.")
  @Nullable String hash;

  @Option(names = "--profiles", description = "Show the names of profiles.")
  boolean profiles;

  @Option(names = "--images", description = "Show the names of images.")
  boolean images;

  /// Whether any of them is given.
  boolean wanted() {
    return onlyServices || volumes || networks || models || hash != null || profiles || images;
  }

  /// @param all the project with all its enabled services
  /// @param selected with those only that the command names
  String text(Project all, Project selected) {
    return lines(list(all, selected));
  }

  private Stream<String> list(Project all, Project selected) {
    if (onlyServices) {
      return selected.services().keySet().stream().map(ServiceName::value);
    }
    if (volumes) {
      return selected.volumes().keySet().stream().map(Object::toString);
    }
    if (networks) {
      return selected.networks().keySet().stream().map(Object::toString);
    }
    if (models) {
      return selected.models().values().stream().map(AiModel::model);
    }
    if (hash != null) {
      return hashes(all, hash);
    }
    return profiles ? profiles(all) : images(selected);
  }

  private static Stream<String> profiles(Project project) {
    return Stream.concat(
            project.services().values().stream(), project.disabledServices().values().stream())
        .flatMap(service -> service.lifecycle().profiles().stream())
        .distinct()
        .sorted();
  }

  /// The image of a service; for one that is only built, the name that it gets.
  static String image(Project project, Service service) {
    return service.image().orElse(project.name() + "-" + service.name());
  }

  private static Stream<String> images(Project project) {
    return project.services().values().stream().map(service -> image(project, service));
  }

  private static Stream<String> hashes(Project project, String names) {
    var wanted =
        names.equals("*")
            ? List.copyOf(project.services().keySet())
            : Arrays.stream(names.split(",", -1)).map(String::strip).map(ServiceName::new).toList();
    var hasher = new Hashes();
    return wanted.stream().map(name -> name + " " + hasher.hash(enabled(project, name)));
  }

  private static Service enabled(Project project, ServiceName name) {
    return project
        .service(name)
        .orElseThrow(() ->
            new CommandFailure(
                project.disabledServices().containsKey(name)
                    ? "service " + name + " is not enabled: activate one of its profiles"
                    : "no such service: " + name));
  }

  static String lines(Stream<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(Objects.requireNonNull(line)).append('\n'));
    return text.toString();
  }
}
