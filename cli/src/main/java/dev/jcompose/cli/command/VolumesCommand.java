package dev.jcompose.cli.command;

import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.access.VolumeSummary;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `volumes`: the volumes of the project.
@Command(
    name = "volumes",
    header = "List volumes",
    description = {
      "Lists the volumes that were made for the project; with services, those that their",
      "containers use. Without files, -p NAME says which project is meant."
    },
    footer = {
      "Examples:",
      "  jcompose volumes         all volumes of the project",
      "  jcompose volumes -q db   names of those that db uses"
    })
final class VolumesCommand implements Callable<Integer> {
  private static final String TABLE = "{{.Driver}}\t{{.Name}}";
  private static final Map<String, String> HEADINGS = Map.of("Name", "VOLUME NAME");

  /// What only `docker system df` knows.
  private static final String UNKNOWN = "N/A";

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = {"-q", "--quiet"},
      description = "Show names only.")
  boolean quiet;

  @Option(names = "--format", paramLabel = "FORM", description = "table, json, or a template.")
  String format = "table";

  VolumesCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var listing = Listing.of(format, HEADINGS, TABLE);
    var target = Target.of(context, services.services());
    try (var session = new Session(context)) {
      var volumes = session.engine().access().volumes(target.name());
      if (!services.names.isEmpty()) {
        var used = used(session, target);
        volumes = volumes.stream().filter(volume -> used.contains(volume.name())).toList();
      }
      if (quiet) {
        volumes.forEach(volume -> context.print(volume.name()));
      } else {
        listing.print(context, volumes.stream().map(VolumesCommand::row).toList());
      }
    }
    return ExitCode.OK;
  }

  private Set<String> used(Session session, Target target) throws InterruptedException {
    return session.engine().containers(target.name()).stream()
        .filter(services::include)
        .flatMap(container -> container.mounts().stream())
        .flatMap(mount -> mount.name().stream())
        .collect(Collectors.toSet());
  }

  private static SequencedMap<String, Object> row(VolumeSummary volume) {
    var fields = new LinkedHashMap<String, Object>();
    fields.put("Availability", UNKNOWN);
    fields.put("Driver", volume.driver());
    fields.put("Group", UNKNOWN);
    fields.put("Label", Listing.label(volume.labels()));
    fields.put(
        "Labels",
        new TreeMap<>(volume.labels())
            .entrySet().stream()
                .map(label -> label.getKey() + "=" + label.getValue())
                .collect(Collectors.joining(",")));
    fields.put("Links", UNKNOWN);
    fields.put("Mountpoint", volume.mountpoint());
    fields.put("Name", volume.name());
    fields.put("Scope", volume.scope());
    fields.put("Size", UNKNOWN);
    fields.put("Status", UNKNOWN);
    return fields;
  }
}
