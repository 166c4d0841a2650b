package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.text.JsonText;
import dev.jcompose.executor.EngineInfo;
import java.lang.module.ModuleDescriptor;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `version`.
@Command(
    name = "version",
    header = "Show the version",
    description =
        "Shows the version of jcompose and the commit that it was built of; to those who call it as"
            + " `docker compose` or `docker-compose`, the version of docker compose that it is like"
            + " comes first. Neither an engine nor files are needed, unless the engine's version is"
            + " asked for as well.",
    footer = {
      "Examples:",
      "  jcompose version --short         the number only",
      "  jcompose version --engine        and that of the engine",
      "  jcompose version --format json   for programs"
    })
final class VersionCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();

  @Option(names = "--short", description = "Show the number only.")
  boolean brief;

  @Option(names = "--engine", description = "Show what the engine is, too, and where.")
  boolean withEngine;

  @Option(
      names = {"-f", "--format"},
      paramLabel = "FORM",
      description = "pretty or json.")
  String format = "pretty";

  VersionCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    Optional<EngineInfo> engine = withEngine ? Optional.of(engine()) : Optional.empty();
    context.print(
        switch (brief ? "short" : format) {
          case "short" -> shown();
          case "pretty", "" ->
              program() + " version " + shown() + commit() + engine.map(this::line).orElse("");
          case "json" -> json(engine);
          default ->
              throw new CommandFailure("unsupported format \"" + format + "\": use pretty or json");
        });
    return ExitCode.OK;
  }

  private EngineInfo engine() throws InterruptedException {
    try (var session = new Session(context)) {
      return session.engine().info();
    }
  }

  private String line(EngineInfo engine) {
    return "\nengine version %s (API %s, %s/%s) at %s"
        .formatted(
            engine.version(),
            engine.apiVersion(),
            engine.operatingSystem(),
            engine.architecture(),
            engine.address());
  }

  private String program() {
    return isStandIn() ? "Docker Compose" : "jcompose";
  }

  private String shown() {
    return isStandIn() ? PluginDescription.version() : number();
  }

  private boolean isStandIn() {
    return PluginDescription.isMeant(context.host().environment());
  }

  private String json(Optional<EngineInfo> engine) {
    SequencedMap<String, Object> fields = new LinkedHashMap<>();
    fields.put("version", shown());
    engine.ifPresent(found -> {
      fields.put("engine", found.version());
      fields.put("apiVersion", found.apiVersion());
      fields.put("address", found.address());
    });
    return JsonText.of(fields);
  }

  /// From the jar's manifest, or the module's description; classes that have neither are of no
  /// release.
  static String number() {
    var stated = stated();
    int plus = stated.indexOf('+');
    return plus < 0 ? stated : stated.substring(0, plus);
  }

  /// The commit that the jar was built of, if it was built in a repository.
  private static String commit() {
    var stated = stated();
    var commit = stated.substring(stated.indexOf('+') + 1);
    return commit.length() < stated.length() && !commit.startsWith("$") ? " (" + commit + ")" : "";
  }

  /// With what is known of the build behind a plus, as semantic versioning has it.
  private static String stated() {
    var own = VersionCommand.class;
    return Optional.ofNullable(own.getPackage().getImplementationVersion())
        .or(() ->
            Optional.ofNullable(own.getModule().getDescriptor())
                .flatMap(ModuleDescriptor::rawVersion))
        .orElse("development");
  }
}
