package dev.jcompose.spec;

import dev.jcompose.model.ProjectFiles;
import dev.jcompose.spec.step.LoadContext;
import dev.jcompose.spec.yaml.Node;

/// A project read into one document, in the canonical form, but not bound to the model yet.
///
/// @param context what it was read with; warnings are among its problems
public record LoadedDocument(Node.Mapping document, LoadContext context, ProjectFiles files) {}
