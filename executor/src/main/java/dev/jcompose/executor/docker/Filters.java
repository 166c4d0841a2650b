package dev.jcompose.executor.docker;

import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.ContainerId;
import dev.jcompose.planner.Labels;
import java.util.List;

/// The query parameter `filters` of lists.
final class Filters {
  private Filters() {}

  /// What carries the label of a project.
  static String project(ProjectName project) {
    return labelled(project).toString();
  }

  /// What carries that label, whatever its value.
  static String label(String name) {
    return new Json().allWords("label", List.of(name)).toString();
  }

  /// What happens to the containers of a project.
  static String eventsOf(ProjectName project) {
    return labelled(project).allWords("type", List.of("container")).toString();
  }

  /// That users leave a container to itself.
  static String detachedFrom(ContainerId container) {
    return new Json()
        .allWords("type", List.of("container"))
        .allWords("container", List.of(container.value()))
        .allWords("event", List.of("detach"))
        .toString();
  }

  private static Json labelled(ProjectName project) {
    return new Json().allWords("label", List.of(Labels.PROJECT + "=" + project));
  }
}
