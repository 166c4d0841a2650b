package dev.jcompose.spec.load;

import dev.jcompose.spec.canonical.CanonicalForm;
import dev.jcompose.spec.check.ConsistencyCheck;
import dev.jcompose.spec.check.ExclusiveAttributes;
import dev.jcompose.spec.envfiles.EnvFiles;
import dev.jcompose.spec.normal.DefaultValues;
import dev.jcompose.spec.normal.EnvironmentEntries;
import dev.jcompose.spec.normal.ImpliedThings;
import dev.jcompose.spec.schema.SchemaCheck;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.step.LoadStep;
import dev.jcompose.spec.yaml.Node;
import java.util.List;

/// The steps that are taken with what was merged, in the order of the parts of this record.
///
/// What comes before them, and how they are put together, says {@link DocumentLoader}.
///
/// @param check finds what the specification does not allow, after each document
/// @param canonical brings every attribute into its long form, after each document
/// @param complete taken with each project, included ones as well, when all its files are merged
/// @param imply writes down what is implied, once relative paths are resolved
/// @param settle taken before the project is bound, but not with a document that may still hold
///   variables
public record LoadSteps(
    LoadStep check,
    LoadStep canonical,
    List<LoadStep> complete,
    LoadStep imply,
    List<LoadStep> settle) {

  /// All of them.
  public static final LoadSteps ALL =
      new LoadSteps(
          new SchemaCheck(),
          new CanonicalForm(),
          List.of(new DefaultValues(), new ExclusiveAttributes(), new EnvironmentEntries()),
          new ImpliedThings(),
          List.of(new ConsistencyCheck(), new EnvFiles()));

  /// Nothing is checked or changed: files are merged and that is all.
  public static final LoadSteps NONE =
      new LoadSteps(
          LoadSteps::unchanged, LoadSteps::unchanged, List.of(), LoadSteps::unchanged, List.of());

  public LoadSteps {
    complete = List.copyOf(complete);
    settle = List.copyOf(settle);
  }

  private static Node.Mapping unchanged(Node.Mapping document, LoadContext context) {
    return document;
  }
}
