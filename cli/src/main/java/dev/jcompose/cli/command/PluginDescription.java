package dev.jcompose.cli.command;

import dev.jcompose.cli.text.JsonText;
import java.util.LinkedHashMap;

/// What docker is told of its plugin.
public final class PluginDescription {
  private PluginDescription() {}

  /// JSON, as docker's plugins answer `docker-cli-plugin-metadata`.
  public static String json() {
    var description = new LinkedHashMap<String, String>();
    description.put("SchemaVersion", "0.1.0");
    description.put("Vendor", "jcompose");
    description.put("Version", "v" + VersionCommand.number());
    description.put("ShortDescription", "Docker Compose for the JVM");
    return JsonText.of(description);
  }
}
