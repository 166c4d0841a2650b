package dev.jcompose.cli.command;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.GlobalOptions;
import dev.jcompose.cli.project.GlobalOptions.AnsiMode;
import dev.jcompose.cli.project.GlobalOptions.Mode;
import dev.jcompose.cli.project.GlobalOptions.Resources;
import dev.jcompose.spec.source.LoadRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// What stands before the command, and the command's words.
@Command(
    name = "jcompose",
    header = "Define and run applications of several containers",
    description = {
      "Reads a Compose file, works out what the engine must do to match it, and does it.",
      "The same files, commands, labels and names as docker compose."
    },
    footer = {
      "Examples:",
      "  jcompose up --wait                         start everything, return when it is healthy",
      "  jcompose plan                              what that would do, and why",
      "  jcompose logs -f web                       follow what web says",
      "  jcompose -p shop ps                        look at a project from anywhere",
      "  jcompose -f compose.yaml -f test.yaml up   one file laid over another"
    })
public final class RootOptions implements HandsOn {
  private static final List<String> OLD_DRY_RUN = List.of("alpha", "dry-run", "--");

  @Option(
      names = {"-f", "--file"},
      paramLabel = "FILE",
      description =
          "Compose file; may be given several times, later files are laid over earlier ones; - reads standard input. Left out: COMPOSE_FILE, else compose.yaml here or in a folder above.")
  List<String> files = new ArrayList<>();

  @Option(
      names = {"-p", "--project-name"},
      paramLabel = "NAME",
      description = "Name of the project. Left out: `name` in the file, else the folder's name.")
  @Nullable String name;

  @Option(
      names = "--env-file",
      paramLabel = "FILE",
      description = "File of variables, instead of .env; may be given several times.")
  List<Path> envFiles = new ArrayList<>();

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      description = "Enable a profile; may be given several times; * enables all.")
  List<String> profiles = new ArrayList<>();

  @Option(
      names = "--project-directory",
      paramLabel = "DIRECTORY",
      description = "What relative paths start at, instead of the first file's folder.")
  @Nullable Path directory;

  @Option(names = "--workdir", hidden = true)
  @Nullable Path oldDirectory;

  @Option(
      names = "--progress",
      paramLabel = "STYLE",
      description = "How progress is shown: auto, tty, plain, json or quiet.")
  @Nullable String progress;

  @Option(
      names = "--ansi",
      paramLabel = "WHEN",
      description = "When colours are sent: never, always or auto. NO_COLOR switches them off too.")
  @Nullable String ansi;

  @Option(
      names = "--parallel",
      paramLabel = "N",
      description = "At most so many calls to the engine at once; -1: the usual number.")
  @Nullable Integer parallel;

  @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
  boolean dryRun;

  @Option(
      names = "--all-resources",
      description = "Keep networks, volumes, configs and secrets that no service uses.")
  boolean allResources;

  @Option(names = "--insecure-registry", hidden = true, paramLabel = "HOST")
  List<String> insecureRegistries = new ArrayList<>();

  @Mixin DockerOptions docker = new DockerOptions();

  @Option(names = "--compatibility", hidden = true)
  boolean compatibility;

  @Option(names = "--no-ansi", hidden = true)
  boolean noAnsi;

  @Option(
      names = {"-D", "--debug", "--verbose"},
      hidden = true)
  boolean verbose;

  @Option(
      names = {"-l", "--log-level"},
      hidden = true,
      paramLabel = "LEVEL")
  @Nullable String logLevel;

  @Option(
      names = {"-v", "--version"},
      description = "Show the version.")
  boolean version;

  @Option(
      names = {"-h", "--help"},
      description = "Show this text.")
  boolean help;

  @Parameters(hidden = true, arity = "0..*")
  List<String> words = new ArrayList<>();

  /// The command and its arguments; empty if there is none.
  public List<String> words() {
    if (version && words.isEmpty()) {
      return List.of("version");
    }
    return isOldDryRun()
        ? List.copyOf(words.subList(OLD_DRY_RUN.size(), words.size()))
        : List.copyOf(words);
  }

  /// `alpha dry-run -- up -d` is how `--dry-run up -d` was spelled once.
  private boolean isOldDryRun() {
    return words.size() > OLD_DRY_RUN.size()
        && words.subList(0, OLD_DRY_RUN.size()).equals(OLD_DRY_RUN);
  }

  /// Whether only an explanation is wanted.
  public boolean wantsHelp() {
    return help || words().isEmpty() || words().equals(List.of("help"));
  }

  /// What to say of options that are old, or have no effect.
  public List<String> remarks() {
    var remarks = new ArrayList<String>();
    if (noAnsi) {
      remarks.add("--no-ansi is an old spelling of --ansi never");
    }
    if (isOldDryRun()) {
      remarks.add("alpha dry-run is an old spelling of --dry-run");
    }
    if (oldDirectory != null) {
      remarks.add("--workdir is an old spelling of --project-directory");
    }
    if (verbose || logLevel != null) {
      remarks.add("--verbose, --debug and --log-level have no effect: there is no log");
    }
    return remarks;
  }

  /// The variables, completed by options that are docker's own.
  public SequencedMap<String, String> completed(SequencedMap<String, String> environment) {
    return docker.applied(environment);
  }

  /// What is said of the project.
  public LoadRequest.Choice choice() {
    return new LoadRequest.Choice(
        files,
        Optional.ofNullable(name),
        Optional.ofNullable(directory).or(() -> Optional.ofNullable(oldDirectory)),
        envFiles,
        profiles);
  }

  /// The same in the form that commands take, completed by variables.
  public GlobalOptions options(SequencedMap<String, String> environment) {
    if (compatibility || isTrue(environment.getOrDefault("COMPOSE_COMPATIBILITY", ""))) {
      throw new CommandFailure(
          "--compatibility (names of Compose version 1) is not supported; leave it out, and give"
              + " containers a `container_name` where their names matter");
    }
    var style = style(or(progress, environment, "COMPOSE_PROGRESS", "auto"));
    var ansiMode = ansiMode(noAnsi ? "never" : or(ansi, environment, "COMPOSE_ANSI", "auto"));
    if (style == ProgressStyle.TTY && ansiMode == AnsiMode.NEVER) {
      throw new CommandFailure("--progress tty needs what --ansi never does not send");
    }
    return new GlobalOptions(
        choice(),
        style,
        ansiMode,
        dryRun || isOldDryRun() ? Mode.DRY_RUN : Mode.REAL,
        allResources ? Resources.ALL : Resources.USED,
        parallelism(environment),
        insecureRegistries);
  }

  private static boolean isTrue(String text) {
    return List.of("1", "true").contains(text);
  }

  private static String or(
      @Nullable String given,
      SequencedMap<String, String> environment,
      String variable,
      String otherwise) {
    if (given != null) {
      return given;
    }
    var value = environment.getOrDefault(variable, "");
    return value.isEmpty() ? otherwise : value;
  }

  static ProgressStyle style(String word) {
    return ProgressStyle.of(word)
        .orElseThrow(() ->
            new CommandFailure(
                "unsupported --progress value \""
                    + word
                    + "\": use auto, tty, plain, json or quiet"));
  }

  private static AnsiMode ansiMode(String word) {
    return switch (word) {
      case "never" -> AnsiMode.NEVER;
      case "always" -> AnsiMode.ALWAYS;
      case "auto" -> AnsiMode.AUTO;
      default ->
          throw new CommandFailure(
              "unsupported --ansi value \"" + word + "\": use never, always or auto");
    };
  }

  private Optional<Integer> parallelism(SequencedMap<String, String> environment) {
    var limit = environment.getOrDefault("COMPOSE_PARALLEL_LIMIT", "");
    if (parallel == null && !limit.matches("(-?[0-9]{1,6})?")) {
      throw new CommandFailure("COMPOSE_PARALLEL_LIMIT is a whole number, not \"" + limit + "\"");
    }
    var number = parallel == null && !limit.isEmpty() ? Integer.valueOf(limit) : parallel;
    return Optional.ofNullable(number).filter(calls -> calls > 0);
  }
}
