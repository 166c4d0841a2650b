package dev.jcompose.cli.artifact;

/// How docker compose writes a project down in a registry: a manifest whose layers are files.
final class ArtifactFormat {
  /// What the manifest describes.
  static final String PROJECT = "application/vnd.docker.compose.project";

  /// The kind of a layer that is a Compose file.
  static final String COMPOSE_FILE = "application/vnd.docker.compose.file+yaml";

  /// The kind of a layer that is a file of variables.
  static final String ENV_FILE = "application/vnd.docker.compose.envfile";

  /// The kind of the configuration, where the format has no other place to say what this is.
  static final String OLD_CONFIG = "application/vnd.docker.compose.config.empty.v1+json";

  /// The kind of a configuration that says nothing.
  static final String EMPTY_CONFIG = "application/vnd.oci.empty.v1+json";

  /// The name of a Compose file.
  static final String FILE_NAME = "com.docker.compose.file";

  /// The name of a file of variables.
  static final String ENV_FILE_NAME = "com.docker.compose.envfile";

  /// Present where a Compose file is not one of the project's but one that services extend.
  static final String EXTENDED = "com.docker.compose.extends";

  /// The version of the program that wrote it.
  static final String VERSION = "com.docker.compose.version";

  private ArtifactFormat() {}
}
