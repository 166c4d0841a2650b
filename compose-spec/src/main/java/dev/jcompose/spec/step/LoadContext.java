package dev.jcompose.spec.step;

import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.trail.Trail;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;

/// What the steps of loading know beside the document.
///
/// @param projectDirectory what relative paths start at, absolute
/// @param environment the variables for interpolation: the process's own over those of `.env`
/// @param profiles the active ones; `*` activates all
/// @param services those that the command names; all are meant, if there are none
/// @param switches the steps to take
/// @param problems where a step puts what it finds
/// @param trail where a step notes what becomes of values
public record LoadContext(
    ProjectName projectName,
    Path projectDirectory,
    SequencedMap<String, String> environment,
    List<String> profiles,
    List<String> services,
    LoadSwitches switches,
    Problems problems,
    Trail trail) {
  public LoadContext {
    environment = Ordered.map(environment);
    profiles = List.copyOf(profiles);
    services = List.copyOf(services);
  }

  /// The same with other profiles active.
  public LoadContext withProfiles(List<String> active) {
    return new LoadContext(
        projectName, projectDirectory, environment, active, services, switches, problems, trail);
  }
}
