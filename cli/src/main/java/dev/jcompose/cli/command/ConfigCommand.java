package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Hashes;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.model.Project;
import dev.jcompose.model.ServiceName;
import dev.jcompose.spec.select.ServiceSelection;
import dev.jcompose.spec.select.UsedResources;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.DocumentWriter;
import dev.jcompose.spec.write.ProjectWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `config`: the files as they are understood.
@Command(
    name = "config",
    header = "Check the files and show them in canonical form",
    description = {
      "Files are merged, variables filled in, short forms written out, defaults added. All mistakes",
      "are shown at once, each with its place. No engine is needed."
    },
    footer = {
      "Examples:",
      "  jcompose config -q               only check",
      "  jcompose config --format json    for programs",
      "  jcompose config --services       names of services"
    })
final class ConfigCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin LoadFlags load = new LoadFlags();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(names = "--format", paramLabel = "FORM", description = "yaml or json.")
  String format = "yaml";

  @Option(
      names = {"-q", "--quiet"},
      description = "Check, and show nothing but mistakes.")
  boolean quiet;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file.")
  @Nullable String output;

  @Option(names = "--services", description = "Show the names of services.")
  boolean onlyServices;

  @Option(names = "--images", description = "Show the names of images.")
  boolean images;

  @Option(names = "--volumes", description = "Show the names of volumes.")
  boolean volumes;

  @Option(names = "--networks", description = "Show the names of networks.")
  boolean networks;

  @Option(names = "--profiles", description = "Show the names of profiles.")
  boolean profiles;

  @Option(
      names = "--hash",
      paramLabel = "SERVICES",
      description = "Show the config hashes of these services, separated by commas, or of all: *.")
  @Nullable String hash;

  @Option(names = "--environment", description = "Show the variables for interpolation.")
  boolean environment;

  @Option(
      names = "--explain",
      paramLabel = "PATH",
      description = "Say where a value, or all below a path, comes from.")
  @Nullable String explain;

  ConfigCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() {
    if (!List.of("yaml", "json", "").contains(format)) {
      throw new CommandFailure("unsupported format \"" + format + "\": use yaml or json");
    }
    var text = text(new Loading(context));
    if (!quiet) {
      write(text);
    }
    return ExitCode.OK;
  }

  private String text(Loading loading) {
    if (explain != null) {
      var explainer = loading.explainer(services.services(), load.switches(), this::selected);
      return ExplainAnswer.text(explainer.explain(explain), format);
    }
    if (environment) {
      return lines(
          new TreeMap<>(loading.document(load.switches()).context().environment())
              .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()));
    }
    if (listing()) {
      return list(loading.project(services.services(), load.switchesForLists()));
    }
    if (load.noInterpolate) {
      var document = loading.document(load.switches()).document();
      return format.equals("json")
          ? DocumentWriter.json(document) + "\n"
          : DocumentWriter.yaml(document);
    }
    var shown = selected(loading.project(services.services(), load.switches()));
    return format.equals("json") ? ProjectWriter.json(shown) + "\n" : ProjectWriter.yaml(shown);
  }

  private boolean listing() {
    return onlyServices || images || volumes || networks || profiles || hash != null;
  }

  private String list(Project all) {
    if (hash != null) {
      return hashes(all, hash);
    }
    var project = selected(all);
    if (onlyServices) {
      return lines(project.services().keySet().stream().map(ServiceName::value));
    }
    if (images) {
      return lines(
          project.services().values().stream()
              .map(service -> service.image().orElse(project.name() + "-" + service.name())));
    }
    if (volumes) {
      return lines(project.volumes().keySet().stream().map(Object::toString));
    }
    if (networks) {
      return lines(project.networks().keySet().stream().map(Object::toString));
    }
    return lines(
        Stream.concat(all.services().values().stream(), all.disabledServices().values().stream())
            .flatMap(service -> service.lifecycle().profiles().stream())
            .distinct()
            .sorted());
  }

  private Project selected(Project project) {
    return UsedResources.only(
        ServiceSelection.select(
            project, services.services(), ServiceSelection.Reach.WITH_DEPENDENCIES));
  }

  private static String hashes(Project project, String names) {
    var wanted =
        names.equals("*")
            ? List.copyOf(project.services().keySet())
            : Arrays.stream(names.split(",")).map(String::strip).map(ServiceName::new).toList();
    var hasher = new Hashes();
    return lines(
        wanted.stream()
            .map(name ->
                name
                    + " "
                    + hasher.hash(
                        project
                            .service(name)
                            .orElseThrow(() -> new CommandFailure("no such service: " + name)))));
  }

  private static String lines(Stream<String> lines) {
    var text = new StringBuilder();
    lines.forEach(line -> text.append(line).append('\n'));
    return text.toString();
  }

  private void write(String text) {
    if (output == null) {
      context.host().streams().out().print(text);
      return;
    }
    var file = context.host().currentDirectory().resolve(output);
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new CommandFailure("cannot write " + file + ": " + e.getMessage());
    }
  }

  /// The steps of loading that are left out.
  static final class LoadFlags {
    @Option(names = "--no-interpolate", description = "Leave variables as they are written.")
    boolean noInterpolate;

    @Option(names = "--no-normalize", description = "Leave out what is only implied.")
    boolean noNormalize;

    @Option(names = "--no-path-resolution", description = "Leave relative paths as they are.")
    boolean noPathResolution;

    @Option(
        names = "--no-consistency",
        description = "Do not check what elements say of each other.")
    boolean noConsistency;

    @Option(names = "--no-env-resolution", description = "Do not read the services' env files.")
    boolean noEnvResolution;

    LoadSwitches switches() {
      return new LoadSwitches(
          !noInterpolate, !noNormalize, !noPathResolution, !noConsistency, !noEnvResolution);
    }

    /// What the services' env files say is in no list, nor in the hashes: docker compose does not
    /// read them for these either.
    LoadSwitches switchesForLists() {
      return new LoadSwitches(
          !noInterpolate, !noNormalize, !noPathResolution, !noConsistency, false);
    }
  }
}
