package dev.jcompose.planner;

/// The labels that tie what is on an engine to a project, as docker compose writes them.
public final class Labels {
  public static final String PROJECT = "com.docker.compose.project";
  public static final String SERVICE = "com.docker.compose.service";
  public static final String CONTAINER_NUMBER = "com.docker.compose.container-number";
  public static final String ONE_OFF = "com.docker.compose.oneoff";
  public static final String SLUG = "com.docker.compose.slug";
  public static final String CONFIG_HASH = "com.docker.compose.config-hash";
  public static final String VERSION = "com.docker.compose.version";
  public static final String WORKING_DIR = "com.docker.compose.project.working_dir";
  public static final String CONFIG_FILES = "com.docker.compose.project.config_files";
  public static final String ENVIRONMENT_FILE = "com.docker.compose.project.environment_file";
  public static final String DEPENDS_ON = "com.docker.compose.depends_on";
  public static final String IMAGE = "com.docker.compose.image";
  public static final String REPLACE = "com.docker.compose.replace";
  public static final String HOOK = "com.docker.compose.hook";
  public static final String HOOK_INDEX = "com.docker.compose.hook-index";
  public static final String NETWORK = "com.docker.compose.network";
  public static final String VOLUME = "com.docker.compose.volume";

  /// Marks volumes that hold nothing but written configs and secrets; they go when no container
  /// uses them any more.
  public static final String FILES_VOLUME = "dev.jcompose.files-volume";

  /// Marks a volume that is a note of other volumes, by name, which were being removed.
  public static final String LEAVING = "dev.jcompose.leaving";

  /// Ours alone: what the configs and secrets of a container held when it was made. Containers of
  /// docker compose do not have it, and nothing is known of them then.
  public static final String FILES = "dev.jcompose.files";

  /// What we write into {@link #VERSION}: the version of docker compose whose digests ours are. It
  /// tells other tools, and us, with which digests {@link #CONFIG_HASH} may be compared.
  public static final String OUR_VERSION = "2.40.3";

  private Labels() {}

  /// Whether a label is kept for the tools themselves, not for people.
  public static boolean isInternal(String label) {
    return label.startsWith("com.docker.compose.") || label.startsWith("dev.jcompose.");
  }
}
