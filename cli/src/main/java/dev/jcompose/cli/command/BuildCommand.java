package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Context;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Loading;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.BakeOptions;
import dev.jcompose.executor.BuildOptions;
import dev.jcompose.executor.bake.BakeFile;
import dev.jcompose.executor.bake.Buildx;
import dev.jcompose.model.ByteSize;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.model.Service;
import dev.jcompose.planner.Builds;
import dev.jcompose.planner.Operation;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.Dependencies;
import dev.jcompose.spec.scalar.SizeText;
import dev.jcompose.spec.step.LoadSwitches;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `build`: images are built, and nothing else.
@Command(
    name = "build",
    header = "Build or rebuild images",
    description = {
      "Builds the services that have a `build` section, all at once, with docker's plugin buildx if",
      "0.17 or newer is installed, else one by one with the engine's classic builder. Running",
      "containers are left alone: `up` replaces those whose image has changed."
    },
    footer = {
      "Examples:",
      "  jcompose build                             build all",
      "  jcompose build --no-cache web              build web from nothing",
      "  jcompose build --build-arg VERSION=2 web   with another build argument",
      "  jcompose build --push                      build all, and push those with an `image`",
      "  jcompose build --print                     show what buildx would be told"
    })
final class BuildCommand implements Callable<Integer> {
  private static final String BUILDX = "docker's plugin buildx " + Buildx.OLDEST + " or newer";

  private final Context context;
  @Mixin HelpFlag help = new HelpFlag();
  @Mixin DryRunFlag dryRun = new DryRunFlag();
  @Mixin ServiceArguments services = new ServiceArguments();

  @Option(
      names = "--build-arg",
      paramLabel = "NAME=VALUE",
      description = "Set a build argument; without a value it is taken from the environment.")
  List<String> arguments = new ArrayList<>();

  @Option(names = "--no-cache", description = "Use no layer of an earlier build.")
  boolean noCache;

  @Option(names = "--pull", description = "Fetch base images again.")
  boolean pull;

  @Option(
      names = {"-q", "--quiet"},
      description = "Show nothing but failures.")
  boolean quiet;

  @Option(
      names = "--with-dependencies",
      description = "Build what the named services depend on as well.")
  boolean dependencies;

  @Option(
      names = "--builder",
      paramLabel = "NAME",
      description = "Builder of buildx to use. Left out: BUILDX_BUILDER, else the one chosen.")
  @Nullable String builder;

  @Option(names = "--check", description = "Look for mistakes in the Dockerfiles, build nothing.")
  boolean check;

  @Option(
      names = {"-m", "--memory"},
      paramLabel = "BYTES",
      description = "Memory for the steps of a build; only the classic builder heeds it.")
  @Nullable String memory;

  @Option(
      names = "--print",
      description = "Show what buildx would be told, as a bake file, and build nothing.")
  boolean print;

  @Option(
      names = "--provenance",
      paramLabel = "HOW",
      description = "Attach a record of how the image was made: true, false, or parameters.")
  @Nullable String provenance;

  @Option(
      names = "--push",
      description = "Push images that have a name in the file to their registries.")
  boolean push;

  @Option(
      names = "--sbom",
      paramLabel = "HOW",
      description = "Attach a list of what is in the image: true, false, or parameters.")
  @Nullable String sbom;

  @Option(
      names = "--ssh",
      paramLabel = "ID[=PATH]",
      description = "Let builds use an SSH key or agent; default means the user's own agent.")
  List<String> ssh = new ArrayList<>();

  @Option(
      names = {"--compress", "--force-rm", "--no-rm", "--parallel"},
      hidden = true)
  boolean ignored;

  @Option(names = "--progress", hidden = true)
  @Nullable String progress;

  BuildCommand(Context context) {
    this.context = context;
  }

  @Override
  public Integer call() throws InterruptedException {
    var applied = dryRun.applied(context);
    if (ignored) {
      applied.warn("--compress, --force-rm, --no-rm and --parallel have no effect");
    }
    var project =
        Loading.beforeEngine(applied).project(services.services(), LoadSwitches.NO_NEW_CONTAINERS);
    var builds = Builds.of(project, services.services(), reach());
    if (builds.isEmpty()) {
      applied.warn("no service here has a `build` section; there is nothing to build");
      return ExitCode.OK;
    }
    var options = options(project, builds);
    if (print) {
      applied.print(BakeFile.of(builds, options, applied.host().environment()).text());
      return ExitCode.OK;
    }
    try (var session = new Session(applied)) {
      return check ? check(session, builds, options) : build(session, project, options);
    }
  }

  private Dependencies reach() {
    return dependencies ? Dependencies.INCLUDED : Dependencies.LEFT_ALONE;
  }

  private BuildOptions options(Project project, List<Operation.BuildImage> builds) {
    return new BuildOptions(
        noCache,
        pull,
        buildArguments(),
        Optional.ofNullable(memory).map(BuildCommand::size),
        new BakeOptions(
            Optional.ofNullable(builder),
            keys(),
            Optional.ofNullable(sbom),
            Optional.ofNullable(provenance),
            pushed(project, builds)));
  }

  private int check(Session session, List<Operation.BuildImage> builds, BuildOptions options)
      throws InterruptedException {
    var joint =
        session
            .engine()
            .jointBuilder()
            .orElseThrow(() -> new CommandFailure("--check needs " + BUILDX));
    return joint.check(builds, options, session.context()::print) ? ExitCode.OK : ExitCode.FAILED;
  }

  private int build(Session session, Project project, BuildOptions options)
      throws InterruptedException {
    boolean joint = session.engine().jointBuilder().isPresent();
    if (!joint && !asksForBuildx().isEmpty()) {
      throw new CommandFailure(
          String.join(", ", asksForBuildx())
              + ": the engine's classic builder cannot do this; "
              + "install "
              + BUILDX);
    }
    if (joint && memory != null) {
      session.context().warn("--memory: buildx sets no limit");
    }
    var target = new Target(project.name(), Optional.of(project));
    int code =
        reconciliation(session, options)
            .run(target, new PlanOptions.BuildImages(services.services(), reach()));
    return code == ExitCode.OK && push && !joint
        ? reconciliation(session, options)
            .run(
                target,
                new PlanOptions.PushImages(services.services(), reach(), Operation.OnFailure.GO_ON))
        : code;
  }

  private Reconciliation reconciliation(Session session, BuildOptions options) {
    var applied = session.context();
    return new Reconciliation(
        session,
        Questions.NO,
        Reconciliation.runOptions(applied).withBuild(options),
        new Drawing(style(applied), Ordered.set(List.of())));
  }

  private ProgressStyle style(Context applied) {
    if (quiet) {
      return ProgressStyle.QUIET;
    }
    return progress == null ? applied.options().progress() : RootOptions.style(progress);
  }

  /// Images without a name of the user's own have no registry.
  private SequencedSet<String> pushed(Project project, List<Operation.BuildImage> builds) {
    return Ordered.set(
        builds.stream()
            .filter(_ -> push)
            .filter(build -> project.service(build.service()).flatMap(Service::image).isPresent())
            .map(Operation.BuildImage::image)
            .toList());
  }

  private List<String> asksForBuildx() {
    var options = new ArrayList<String>();
    if (builder != null) {
      options.add("--builder");
    }
    if (provenance != null) {
      options.add("--provenance");
    }
    if (sbom != null) {
      options.add("--sbom");
    }
    if (!ssh.isEmpty()) {
      options.add("--ssh");
    }
    return options;
  }

  private SequencedMap<String, Optional<String>> keys() {
    var keys = new LinkedHashMap<String, Optional<String>>();
    for (String key : ssh) {
      var parts = key.split("=", 2);
      keys.put(parts[0], parts.length == 2 ? Optional.of(parts[1]) : Optional.empty());
    }
    return keys;
  }

  private static ByteSize size(String text) {
    return SizeText.parse(text)
        .orElseThrow(() -> new CommandFailure("invalid --memory \"" + text + "\": use 512m, 2g …"));
  }

  private SequencedMap<String, String> buildArguments() {
    var given = new LinkedHashMap<String, String>();
    for (String argument : arguments) {
      var parts = argument.split("=", 2);
      var value = parts.length == 2 ? parts[1] : context.host().environment().get(parts[0]);
      if (value != null) {
        given.put(parts[0], value);
      }
    }
    return given;
  }
}
