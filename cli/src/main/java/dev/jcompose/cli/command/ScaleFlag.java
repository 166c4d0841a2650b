package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.model.ServiceName;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;
import picocli.CommandLine.Option;

/// How many replicas services get, in place of what the files say.
final class ScaleFlag {
  @Option(
      names = "--scale",
      paramLabel = "SERVICE=N",
      description = "Run N replicas of the service; may be given several times.")
  List<String> scales = new ArrayList<>();

  /// The services it is about.
  List<ServiceName> services() {
    return scales.stream().map(scale -> new ServiceName(parts(scale)[0])).distinct().toList();
  }

  private static String[] parts(String scale) {
    var parts = scale.split("=", 2);
    if (parts.length != 2 || !parts[1].matches("[0-9]{1,6}")) {
      throw new CommandFailure("invalid --scale option \"" + scale + "\". Should be SERVICE=NUM");
    }
    return parts;
  }

  Project applied(Project project) {
    SequencedMap<ServiceName, Service> services = new TreeMap<>(project.services());
    for (String scale : scales) {
      var parts = parts(scale);
      var name = new ServiceName(parts[0]);
      var service = services.get(name);
      if (service == null) {
        throw new CommandFailure("no such service: " + name);
      }
      services.put(name, service.withScale(Integer.parseInt(parts[1])));
    }
    return project.withServices(services);
  }
}
