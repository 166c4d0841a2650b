package dev.jcompose.executor;

import dev.jcompose.model.ProjectName;
import java.util.Optional;

/// Somebody else changes the project, and did not end in time. The message says who.
public final class ProjectBusyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  ProjectBusyException(ProjectName project, Optional<ProjectLocks.Holder> holder) {
    super(
        "project \"%s\" is being changed by %s, which did not end in time"
            .formatted(project, holder.map(ProjectLocks.Holder::describe).orElse("another run")));
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
