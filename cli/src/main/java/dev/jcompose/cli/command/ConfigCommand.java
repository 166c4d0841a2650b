package dev.jcompose.cli.command;

import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.DiagnosticForm;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Session;
import dev.jcompose.model.Project;
import dev.jcompose.model.Value;
import dev.jcompose.spec.select.ServiceSelection;
import dev.jcompose.spec.step.LoadSwitches;
import dev.jcompose.spec.write.DocumentWriter;
import dev.jcompose.spec.write.ProjectWriter;
import dev.jcompose.spec.yaml.Node;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `config`: the files as they are understood.
@Command(
    name = "config",
    header = "Check the files and show them in canonical form",
    description = {
      "Files are merged, variables filled in, short forms written out, defaults added. All"
          + " mistakes",
      "are shown at once, each with its place. No engine is needed, unless for digests."
    },
    footer = {
      "Examples:",
      "  jcompose config -q                                  only check",
      "  jcompose config -q --format json                    only check, for editors",
      "  jcompose config --services                          names of services",
      "  jcompose config --explain services.web.image        which line that comes from",
      "  jcompose config --lock-image-digests -o lock.yaml   hold images to what registries have now"
    })
final class ConfigCommand implements Callable<Integer> {
  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin LoadFlags load = new LoadFlags();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Mixin ConfigLists lists = new ConfigLists();

  @Option(
      names = "--format",
      paramLabel = "FORM",
      description =
          "yaml or json. With json, mistakes and warnings are JSON as well, an object a line.")
  @Nullable String format;

  @Option(
      names = {"-q", "--quiet"},
      description = "Check, and show nothing but mistakes.")
  boolean quiet;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description = "Write to a file.")
  @Nullable String output;

  @Option(names = "--variables", description = "Show the variables that the files ask for.")
  boolean variables;

  @Option(names = "--environment", description = "Show the variables for interpolation.")
  boolean environment;

  @Option(
      names = "--explain",
      paramLabel = "PATH",
      description = "Say where a value, or all below a path, comes from.")
  @Nullable String explain;

  @Option(
      names = "--resolve-image-digests",
      description = "Replace the tags of images by the digests that their registries have.")
  boolean resolveDigests;

  @Option(
      names = "--lock-image-digests",
      description = "Show a file that, laid over the others, holds all images to their digests.")
  boolean lockDigests;

  ConfigCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    checkFormat();
    var text = text(new Loading(context, json() ? DiagnosticForm.JSON : DiagnosticForm.TEXT));
    if (!quiet) {
      write(text);
    }
    return ExitCode.OK;
  }

  private boolean json() {
    return "json".equals(format);
  }

  private void checkFormat() {
    var allowed = variables ? List.of("table", "yaml", "json") : List.of("yaml", "json");
    if (format != null && !format.isEmpty() && !allowed.contains(format)) {
      throw new CommandFailure(
          "unsupported format \"" + format + "\": use " + String.join(" or ", allowed));
    }
  }

  private String text(Loading loading) throws InterruptedException {
    if (explain != null) {
      var explainer = loading.explainer(services.services(), load.switches(), this::selected);
      return ExplainAnswer.text(explainer.explain(explain), json());
    }
    if (lists.wanted()) {
      var project = loading.project(services.services(), load.switchesForLists());
      return lists.text(project, selected(project));
    }
    if (variables) {
      return VariableList.of(
          loading.document(load.switchesForVariables()).document(),
          Objects.requireNonNullElse(format, ""));
    }
    if (environment) {
      return ConfigLists.lines(
          new TreeMap<>(loading.document(load.switches()).context().environment())
              .entrySet().stream().map(entry -> entry.getKey() + "=" + entry.getValue()));
    }
    return resolveDigests || lockDigests ? pinned(loading) : model(loading);
  }

  private String model(Loading loading) {
    if (load.noInterpolate) {
      return written(loading.document(load.switches()).document());
    }
    return written(selected(loading.project(services.services(), load.switches())));
  }

  private String pinned(Loading loading) throws InterruptedException {
    if (load.noInterpolate) {
      throw new CommandFailure(
          "--no-interpolate leaves variables in the names of images, so that no registry can be"
              + " asked for their digests: leave one of the two out");
    }
    var project = selected(loading.project(services.services(), load.switches()));
    try (var session = new Session(context)) {
      var pinned = ImageDigests.pin(project, session.engine());
      return lockDigests ? written(ImageDigests.lock(pinned)) : written(pinned);
    }
  }

  private String written(Project project) {
    if (quiet) {
      return "";
    }
    return json() ? ProjectWriter.json(project) + "\n" : ProjectWriter.yaml(project);
  }

  private String written(Node.Mapping document) {
    return json() ? DocumentWriter.json(document) + "\n" : DocumentWriter.yaml(document);
  }

  private String written(Value value) {
    return json() ? DocumentWriter.json(value) + "\n" : DocumentWriter.yaml(value);
  }

  private Project selected(Project project) {
    return new Loading(context)
        .withResources(
            ServiceSelection.select(
                project, services.services(), ServiceSelection.Reach.WITH_DEPENDENCIES));
  }

  private void write(String text) {
    boolean dry = dryRun.applied(context).options().mode() == GlobalOptions.Mode.DRY_RUN;
    if (output == null || dry) {
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
          !noInterpolate, !noNormalize, !noPathResolution, !noConsistency, !noEnvResolution, true);
    }

    /// Nothing is filled in, and nothing added.
    LoadSwitches switchesForVariables() {
      return new LoadSwitches(false, false, false, !noConsistency, false, false);
    }

    /// What the services' env files say is in no list, nor in the hashes: docker compose does not
    /// read them for these either.
    LoadSwitches switchesForLists() {
      return new LoadSwitches(
          !noInterpolate, !noNormalize, !noPathResolution, !noConsistency, false, false);
    }
  }
}
