package dev.jcompose.spec;

import dev.jcompose.model.ProjectName;
import java.nio.file.Path;

/// What tells a project from others.
///
/// @param folder the project directory
public record ProjectIdentity(ProjectName name, Path folder) {}
