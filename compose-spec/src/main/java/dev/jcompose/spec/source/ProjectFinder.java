package dev.jcompose.spec.source;

import dev.jcompose.spec.diagnostic.NodePath;
import dev.jcompose.spec.diagnostic.Problems;
import dev.jcompose.spec.diagnostic.SourceFile;
import dev.jcompose.spec.remote.RemoteReference;
import dev.jcompose.spec.trail.Trail;
import dev.jcompose.spec.trail.VariableSource;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Finds the files of a project and the variables to read them with.
///
/// The two depend on each other: `.env` may name the files in `COMPOSE_FILE`, and the files tell
/// the project directory, which may hold another `.env`. So `.env` is read where the search starts,
/// then the files are found, then the `.env` beside them is read. What came first wins, and the
/// variables of the process win over all.
public final class ProjectFinder {
  private static final String STANDARD_INPUT = "-";

  private final LoadRequest.Choice choice;
  private final LoadRequest.Surroundings surroundings;
  private final Problems problems;
  private final FileReader files;
  private final Trail trail;

  public ProjectFinder(LoadRequest request, FileReader files, Problems problems) {
    this(request, files, problems, Trail.NONE);
  }

  /// A finder that notes where variables come from.
  public ProjectFinder(LoadRequest request, FileReader files, Problems problems, Trail trail) {
    this.trail = trail;
    this.choice = request.choice();
    this.surroundings = request.surroundings();
    this.files = files;
    this.problems = problems;
  }

  /// What was found; what was not is among the problems.
  public FoundProject find() {
    List<Path> envFiles = namedEnvFiles();
    boolean usual = envFiles.isEmpty();
    SequencedMap<String, String> environment = firstEnvironment(envFiles);
    List<String> names = composeFiles(environment);
    Path directory = directory(names);
    if (usual) {
      environment =
          files.withVariables(environment, usualEnvFile(directory, environment), problems, trail);
    }
    List<SourceFile> read = new ArrayList<>();
    Optional<Path> fetchedTo = Optional.empty();
    for (String name : names) {
      Optional<SourceFile> file = read(name);
      file.ifPresent(read::add);
      if (fetchedTo.isEmpty() && RemoteReference.isRemote(name)) {
        fetchedTo = file.flatMap(SourceFile::path).map(Path::getParent);
      }
    }
    return new FoundProject(
        read, directory, fetchedTo, envFiles, environment, profiles(environment));
  }

  /// The variables of the process, and below them those of the env files that are settings of the
  /// program itself: their names begin with `COMPOSE_`. Which files that are, they cannot say
  /// themselves.
  public SequencedMap<String, String> settings() {
    SequencedMap<String, String> settings = new LinkedHashMap<>(surroundings.environment());
    firstEnvironment(namedEnvFiles())
        .forEach((name, value) -> {
          if (name.startsWith("COMPOSE_") && !name.equals("COMPOSE_ENV_FILES")) {
            settings.putIfAbsent(name, value);
          }
        });
    return settings;
  }

  private SequencedMap<String, String> firstEnvironment(List<Path> envFiles) {
    SequencedMap<String, String> environment = new LinkedHashMap<>(surroundings.environment());
    if (environment.putIfAbsent("PWD", surroundings.currentDirectory().toString()) == null) {
      trail.variable("PWD", new VariableSource.CurrentDirectory());
    }
    return files.withVariables(
        environment,
        envFiles.isEmpty() ? usualEnvFile(directory(choice.files()), environment) : envFiles,
        problems,
        trail);
  }

  private Path absolute(String path) {
    return surroundings.currentDirectory().resolve(path).normalize();
  }

  private List<Path> namedEnvFiles() {
    List<Path> named =
        choice.envFiles().isEmpty()
            ? split(surroundings.environment().get("COMPOSE_ENV_FILES"), ",").stream()
                .map(Path::of)
                .toList()
            : choice.envFiles();
    return named.stream().map(file -> absolute(file.toString())).toList();
  }

  private static List<Path> usualEnvFile(Path directory, SequencedMap<String, String> environment) {
    Path file = directory.resolve(".env");
    return Files.isRegularFile(file) && !isTrue(environment.get("COMPOSE_DISABLE_ENV_FILE"))
        ? List.of(file)
        : List.of();
  }

  private static boolean isTrue(@Nullable String text) {
    return text != null && List.of("1", "t", "T", "true", "TRUE", "True").contains(text);
  }

  private List<String> composeFiles(SequencedMap<String, String> environment) {
    if (!choice.files().isEmpty()) {
      return choice.files();
    }
    String separator = environment.getOrDefault("COMPOSE_PATH_SEPARATOR", "");
    List<String> named =
        split(
            environment.get("COMPOSE_FILE"), separator.isEmpty() ? File.pathSeparator : separator);
    return named.isEmpty()
        ? new DefaultFiles(problems)
            .find(directory(List.of())).stream().map(Path::toString).toList()
        : named;
  }

  /// The project directory, if these are its files.
  private Path directory(List<String> names) {
    Optional<Path> folderOfFirst =
        names.stream()
            .filter(name -> !name.equals(STANDARD_INPUT))
            .findFirst()
            .filter(name -> !RemoteReference.isRemote(name))
            .map(name -> Objects.requireNonNullElse(absolute(name).getParent(), absolute(name)));
    return choice
        .projectDirectory()
        .map(directory -> absolute(directory.toString()))
        .or(() -> folderOfFirst)
        .orElse(surroundings.currentDirectory());
  }

  private Optional<SourceFile> read(String name) {
    if (name.equals(STANDARD_INPUT)) {
      return files.read(surroundings.standardInput().get(), problems);
    }
    return (RemoteReference.isRemote(name)
            ? files.fetch(name, problems)
            : Optional.of(absolute(name)))
        .flatMap(file -> files.read(file, Optional.empty(), NodePath.ROOT, problems));
  }

  private List<String> profiles(SequencedMap<String, String> environment) {
    return choice.profiles().isEmpty()
        ? split(environment.get("COMPOSE_PROFILES"), ",")
        : choice.profiles();
  }

  private static List<String> split(@Nullable String text, String separator) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split(Pattern.quote(separator), -1))
            .map(String::strip)
            .filter(part -> !part.isEmpty())
            .toList();
  }
}
