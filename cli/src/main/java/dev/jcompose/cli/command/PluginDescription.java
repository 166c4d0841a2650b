package dev.jcompose.cli.command;

import dev.jcompose.cli.text.JsonText;
import dev.jcompose.planner.Labels;
import java.util.LinkedHashMap;
import java.util.Map;

/// What docker is told of its plugin, and how programs take us for docker compose.
public final class PluginDescription {
  /// The variable that docker sets when it runs a plugin.
  public static final String MARK = "DOCKER_CLI_PLUGIN_ORIGINAL_CLI_COMMAND";

  /// The variable in which the launcher says by what name it was called.
  private static final String NAME = "JCOMPOSE_NAME";

  private PluginDescription() {}

  /// Whether whoever calls means docker compose: by docker's command line, or as `docker-compose`.
  static boolean isMeant(Map<String, String> environment) {
    return environment.containsKey(MARK)
        || environment.getOrDefault(NAME, "").equals("docker-compose");
  }

  /// Programs look at the version to know what docker compose can do, so it is that of the one
  /// whose commands ours are; ours stands behind it, where comparisons do not look.
  static String version() {
    return Labels.OUR_VERSION + "+jcompose." + VersionCommand.number();
  }

  /// JSON, as docker's plugins answer `docker-cli-plugin-metadata`.
  public static String json() {
    var description = new LinkedHashMap<String, String>();
    description.put("SchemaVersion", "0.1.0");
    description.put("Vendor", "jcompose");
    description.put("Version", "v" + version());
    description.put("ShortDescription", "Docker Compose for the JVM");
    return JsonText.of(description);
  }
}
