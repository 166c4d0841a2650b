package dev.jcompose.spec.write;

/// What a project is written for. The content is the same but for the corners where docker compose
/// itself prints other things in JSON than in YAML.
enum Form {
  /// Leaves out extensions inside elements, and prints some attributes that are not set.
  JSON,
  /// Prints extensions, and nothing that is not set.
  YAML
}
