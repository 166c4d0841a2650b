package dev.jcompose;

import dev.jcompose.executor.Engine;
import dev.jcompose.executor.docker.DockerEngine;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.ProjectName;
import dev.jcompose.planner.Labels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// What a project is loaded from, and where it is to run. Immutable: each method gives another one
/// that differs in one thing.
///
/// ```java
/// try (var project = Compose.load(Path.of("compose.yaml"))) {
///   project.up();
/// }
/// ```
public final class Compose {
  private final Selection selection;
  private final SequencedMap<String, String> environment;
  private final SequencedMap<String, String> labels;
  private final Optional<DownOptions> end;
  private final Connection.Locking locking;
  private final Function<Map<String, String>, Engine> connector;

  private Compose(
      Selection selection,
      SequencedMap<String, String> environment,
      SequencedMap<String, String> labels,
      Optional<DownOptions> end,
      Connection.Locking locking,
      Function<Map<String, String>, Engine> connector) {
    this.selection = selection;
    this.environment = environment;
    this.labels = labels;
    this.end = end;
    this.locking = locking;
    this.connector = connector;
  }

  private static Compose of(Selection selection) {
    return new Compose(
        selection,
        Ordered.map(System.getenv()),
        Ordered.map(),
        Optional.empty(),
        Connection.Locking.LOCKED,
        DockerEngine::new);
  }

  /// These files, each laid over those before it.
  public static Compose files(Path... files) {
    var absolute = Arrays.stream(files).map(Path::toAbsolutePath).toList();
    return of(Selection.files(Path.of("").toAbsolutePath(), absolute));
  }

  /// The files that the command line would use in that folder.
  public static Compose folder(Path folder) {
    return of(Selection.files(folder.toAbsolutePath(), List.of()));
  }

  /// The project of that name as far as the engine has it, for all but plan and up.
  ///
  /// @throws IllegalArgumentException if that is no name of a project
  public static Compose existing(String projectName) {
    return of(Selection.existing(Path.of("").toAbsolutePath(), new ProjectName(projectName)));
  }

  /// Loads that file, or the files in that folder, with everything else as it usually is.
  ///
  /// @throws ComposeException if the files make no project
  public static LoadedProject load(Path fileOrFolder) {
    return (Files.isDirectory(fileOrFolder) ? folder(fileOrFolder) : files(fileOrFolder)).load();
  }

  /// A variable for the files, beside those of the process or in place of one.
  public Compose env(String name, String value) {
    var more = new LinkedHashMap<>(environment);
    more.put(name, value);
    return environment(more);
  }

  /// All variables, in place of those of the process. The search for the engine needs some: `HOME`,
  /// `PATH` and what begins with `DOCKER_`.
  public Compose environment(Map<String, String> variables) {
    return new Compose(selection, Ordered.map(variables), labels, end, locking, connector);
  }

  /// Files of variables, instead of `.env`.
  public Compose envFiles(Path... files) {
    var absolute = Arrays.stream(files).map(Path::toAbsolutePath).toList();
    return with(selection.withEnvFiles(absolute));
  }

  /// The name that all containers, networks and volumes begin with.
  public Compose projectName(String name) {
    return with(selection.withName(name));
  }

  /// The profiles to activate, instead of those in `COMPOSE_PROFILES`.
  public Compose profiles(String... names) {
    return with(selection.withProfiles(List.of(names)));
  }

  /// What relative paths start at, instead of the first file's folder.
  public Compose projectDirectory(Path directory) {
    return with(selection.withProjectDirectory(directory.toAbsolutePath()));
  }

  /// The engine, e.g. `unix:///var/run/docker.sock` or `ssh://me@host`; left out: the one that the
  /// docker command line would use.
  public Compose engine(String address) {
    var variables = new LinkedHashMap<>(environment);
    variables.put("DOCKER_HOST", address);
    return environment(variables);
  }

  /// A label for all containers, and for the networks and volumes of the project.
  public Compose label(String name, String value) {
    var more = new LinkedHashMap<>(labels);
    more.put(name, value);
    return new Compose(selection, environment, Ordered.map(more), end, locking, connector);
  }

  /// Takes the project down when it is closed.
  public Compose takingDown(DownOptions options) {
    return new Compose(selection, environment, labels, Optional.of(options), locking, connector);
  }

  /// Leaves no file behind that locks the project, for projects with a name that nobody else knows.
  /// All others are locked while they are changed, so that two programs do not do so at once.
  public Compose withoutLock() {
    var unlocked = Connection.Locking.UNLOCKED;
    return new Compose(selection, environment, labels, end, unlocked, connector);
  }

  Compose connector(Function<Map<String, String>, Engine> other) {
    return new Compose(selection, environment, labels, end, locking, other);
  }

  private Compose with(Selection other) {
    return new Compose(other, environment, labels, end, locking, connector);
  }

  /// The names of all projects of the engine, with the values of a label that their containers,
  /// networks or volumes have.
  ///
  /// @throws ComposeException if the engine refuses or does not answer
  public SequencedMap<String, String> projectsLabelled(String label) throws InterruptedException {
    return Connection.guarded(() -> {
      var found = new TreeMap<String, String>();
      try (var engine = connector.apply(environment)) {
        for (var labels : engine.access().labelled(label)) {
          Optional.ofNullable(labels.get(Labels.PROJECT))
              .ifPresent(project -> found.put(project, labels.getOrDefault(label, "")));
        }
      }
      return Ordered.map(found);
    });
  }

  /// Reads the files. The engine is not asked for anything yet.
  ///
  /// @throws ComposeException if the files make no project
  public LoadedProject load() {
    return switch (selection.source()) {
      case LABELS ->
          new LoadedProject(
              connection(),
              new ProjectName(selection.name().orElseThrow()),
              Optional.empty(),
              List.of(),
              end);
      case FILES -> {
        var read = ProjectFiles.read(selection, environment);
        var project = Labelled.with(labels, read.project());
        yield new LoadedProject(
            connection(), project.name(), Optional.of(project), read.warnings(), end);
      }
    };
  }

  private Connection connection() {
    return new Connection(connector.apply(environment), environment, selection.folder(), locking);
  }
}
