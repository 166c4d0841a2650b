package dev.jcompose.planner;

import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import java.util.regex.Pattern;

/// The names that containers and images get.
final class Names {
  private static final Pattern TEMPORARY = Pattern.compile("[0-9a-f]{12}_.+");
  private static final Pattern ANONYMOUS_VOLUME = Pattern.compile("[0-9a-f]{64}");

  private Names() {}

  /// `PROJECT-SERVICE-NUMBER`, or the one the user chose.
  static String container(Project project, Service service, int number) {
    return service
        .lifecycle()
        .containerName()
        .orElseGet(() -> project.name() + "-" + service.name() + "-" + number);
  }

  /// What a container is called until the one it replaces is gone.
  static String temporary(ObservedContainer replaced, String name) {
    return replaced.id().brief() + "_" + name;
  }

  /// Whether a recreate has not come to the point where the new container gets its name.
  static boolean isTemporary(ObservedContainer container) {
    return container.label(Labels.REPLACE).isPresent()
        && TEMPORARY.matcher(container.name()).matches();
  }

  /// `PROJECT-SERVICE` for a service that is only built.
  static String image(Project project, Service service) {
    return service.image().orElseGet(() -> builtImage(project, service));
  }

  static String builtImage(Project project, Service service) {
    return project.name() + "-" + service.name();
  }

  /// Whether the engine made that name up.
  static boolean isAnonymousVolume(String name) {
    return ANONYMOUS_VOLUME.matcher(name).matches();
  }
}
