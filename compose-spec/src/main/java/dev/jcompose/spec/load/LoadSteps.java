package dev.jcompose.spec.load;

import dev.jcompose.spec.LoadStep;
import java.util.List;

/// The steps that {@link DocumentLoader} takes with what it has merged.
///
/// @param check finds what the specification does not allow
/// @param canonical brings every attribute into its long form
/// @param complete taken with each project, included ones as well, when all its files are merged
public record LoadSteps(LoadStep check, LoadStep canonical, List<LoadStep> complete) {
  /// Nothing is checked or changed.
  public static final LoadSteps NONE =
      new LoadSteps((document, _) -> document, (document, _) -> document, List.of());

  public LoadSteps {
    complete = List.copyOf(complete);
  }
}
