package dev.jcompose.planner;

import dev.jcompose.model.Project;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/// Notices that a project of the same name lives in another folder, before anything is touched.
final class OtherFolders {
  private OtherFolders() {}

  /// What to ask; empty when there is no other folder or the user has agreed.
  static Optional<Question> question(
      Project project, ObservedState observed, Collection<Question> agreed) {
    var others = ObservedFolder.elsewhere(observed.folders());
    if (others.isEmpty()) {
      return Optional.empty();
    }
    var own = project.files().workingDirectory().toString();
    return Optional.<Question>of(new Question.OtherFolder(project.name(), own, others))
        .filter(question -> !agreed.contains(question));
  }

  /// A plan that only asks.
  static Plan asking(Question question) {
    return new Plan(List.of(), List.of(question), List.of());
  }

  /// Tells where containers come from that are about to change.
  static void tell(Project project, ObservedState observed, PlanBuilder plan) {
    var others =
        observed.folders().stream()
            .filter(folder -> folder.place() != ObservedFolder.Place.OWN)
            .map(ObservedFolder::folder)
            .toList();
    if (!others.isEmpty() && !plan.isEmpty()) {
      plan.tell(new Notice.MadeElsewhere(project.name(), others));
    }
  }
}
