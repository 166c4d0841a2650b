package dev.jcompose.model;

import java.nio.file.Path;
import java.util.Optional;

/// A file of variables for the container.
///
/// @param format `raw` takes lines literally; left out: the format of `.env` files
public record EnvFile(Path path, boolean required, Optional<String> format) {}
