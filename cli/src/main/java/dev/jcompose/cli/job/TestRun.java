package dev.jcompose.cli.job;

import dev.jcompose.cli.job.JobLog.Fold;
import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.project.CommandFailure;
import dev.jcompose.cli.project.Drawing;
import dev.jcompose.cli.project.ExitCode;
import dev.jcompose.cli.project.Questions;
import dev.jcompose.cli.project.Reconciliation;
import dev.jcompose.cli.project.Session;
import dev.jcompose.cli.project.Target;
import dev.jcompose.executor.EngineException;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedVolume;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.PlanOptions.ImageRemoval;
import dev.jcompose.planner.PlanOptions.Orphans;
import dev.jcompose.planner.PlanOptions.VolumeRemoval;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Starts a project, runs a command of this machine, and removes the project with its data,
/// whatever happens.
///
/// An interrupt ends the command and begins the removal; another one has the containers killed.
public final class TestRun {
  /// The variable that names the file with all addresses.
  static final String ADDRESSES = "JCOMPOSE_ADDRESSES";

  /// Longer than any job; a sum with the present moment is still a number.
  private static final Duration FOR_EVER = Duration.ofDays(3650);

  private final Session session;
  private final Project project;
  private final Target target;
  private final Settings settings;
  private final JobLog log;
  private final long end;

  /// What is run, and how.
  ///
  /// @param up how the project is started
  /// @param drawing how its start and removal are shown
  /// @param limit how long it may take from the start of the project to the end of the command
  /// @param command a program of this machine and its arguments
  /// @param report called after a failure, while the project is still there
  public record Settings(
      PlanOptions.Up up,
      Drawing drawing,
      Optional<Duration> limit,
      List<String> command,
      Report report) {
    public Settings {
      command = List.copyOf(command);
    }
  }

  /// Saves what tells of a failure.
  public interface Report {
    /// Saves it; what goes wrong is told.
    void save() throws InterruptedException;
  }

  public TestRun(Session session, Project project, Settings settings) {
    this.session = session;
    this.project = project;
    this.target = new Target(project.name(), Optional.of(project));
    this.settings = settings;
    this.log = new JobLog(session.context());
    this.end = System.nanoTime() + settings.limit().orElse(FOR_EVER).toNanos();
  }

  /// Does all of it.
  ///
  /// @return the command's exit code, or that of what went wrong
  /// @throws CommandFailure if there is something of the project already, which stays
  public int run() throws InterruptedException {
    try (var _ = session.holdForTest(project.name())) {
      requireNothing();
      return begun();
    }
  }

  private int begun() throws InterruptedException {
    int code = ExitCode.FAILED;
    int removed = ExitCode.OK;
    try {
      code = tested();
    } catch (InterruptedException _) {
      session.context().tell("Interrupted.");
      code = ExitCode.INTERRUPTED;
    } finally {
      try {
        report(code);
      } finally {
        removed = removed();
      }
    }
    return code == ExitCode.OK ? removed : code;
  }

  /// What is there may be somebody's data.
  private void requireNothing() throws InterruptedException {
    var there =
        Stream.concat(
                session.engine().containers(project.name()).stream().map(ObservedContainer::name),
                session.engine().volumes(project.name()).stream().map(ObservedVolume::name))
            .toList();
    if (!there.isEmpty()) {
      throw new CommandFailure(
          "project \""
              + project.name()
              + "\" has something on the engine already, which the test would remove: "
              + String.join(", ", there)
              + ". Give the test a name of its own with -p, or remove that with `down -v`.");
    }
  }

  private int tested() throws InterruptedException {
    int started;
    try (var _ = log.section("start", "Starting project " + project.name(), Fold.FOLDED)) {
      started = reconciliation(limited()).run(target, settings.up());
    }
    if (started != ExitCode.OK) {
      return failedStart(started);
    }
    try (var _ =
        log.section("command", "Running " + String.join(" ", settings.command()), Fold.OPEN)) {
      return exitCode();
    }
  }

  private int failedStart(int code) {
    if (code == ExitCode.FAILED && timeLeft().isZero()) {
      return timedOut();
    }
    if (code == ExitCode.FAILED) {
      log.error("start", "the project could not be started");
    }
    return code;
  }

  private int exitCode() throws InterruptedException {
    var found =
        Addresses.of(
            project.name(),
            session.engine().containers(project.name()),
            session.engine().info().address());
    Path file = written(found);
    try {
      var command =
          new ChildCommand(session.context().host(), settings.command(), environment(found, file));
      return switch (command.run(timeLeft())) {
        case ChildCommand.End.Exit(int code) -> {
          if (code != ExitCode.OK) {
            log.error("command", "the command ended with exit code " + code);
          }
          yield code;
        }
        case ChildCommand.End.TimeUp _ -> timedOut();
        case ChildCommand.End.NotStarted(int code, String message) -> {
          log.error("command", message);
          yield code;
        }
      };
    } finally {
      deleted(file);
    }
  }

  private int timedOut() {
    log.error(
        "test",
        "time is up: it took more than " + settings.limit().orElseThrow().toSeconds() + " s");
    return ExitCode.TIMED_OUT;
  }

  /// `jcompose` in the command means the same project.
  private SequencedMap<String, String> environment(Addresses found, Path file) {
    var context = session.context();
    SequencedMap<String, String> variables = new TreeMap<>(context.host().environment());
    variables.put("COMPOSE_PROJECT_NAME", project.name().value());
    var files = context.options().choice().files();
    if (!files.isEmpty() && !files.contains("-")) {
      variables.put("COMPOSE_FILE", String.join(File.pathSeparator, files));
    }
    variables.put(ADDRESSES, file.toString());
    variables.putAll(found.variables());
    return variables;
  }

  private static Path written(Addresses found) {
    try {
      var file = Files.createTempFile("jcompose-addresses-", ".json");
      return Files.writeString(file, found.json() + "\n");
    } catch (IOException e) {
      throw new CommandFailure("cannot write a file with the addresses: " + e);
    }
  }

  private void deleted(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      session.context().warn("cannot remove " + file + ": " + e);
    }
  }

  private void report(int code) {
    try {
      if (code != ExitCode.OK && code != ExitCode.INTERRUPTED) {
        settings.report().save();
      }
    } catch (EngineException failure) {
      session.context().warn(failure.getMessage());
    } catch (InterruptedException _) {
      session.context().tell("Interrupted.");
    }
  }

  /// What the engine refuses is told, and no reason to forget how the command ended.
  private int removed() throws InterruptedException {
    try (var _ = log.section("remove", "Removing project " + project.name(), Fold.FOLDED)) {
      return removed(Optional.empty());
    } catch (EngineException failure) {
      log.error("remove", failure.getMessage());
      return ExitCode.FAILED;
    }
  }

  /// @param timeout how long containers may take to stop; left out: their own times
  private int removed(Optional<Duration> timeout) throws InterruptedException {
    int code = ExitCode.INTERRUPTED;
    try {
      code =
          reconciliation(Reconciliation.runOptions(session.context()))
              .run(
                  target,
                  new PlanOptions.Down(
                      List.of(),
                      Orphans.REMOVED,
                      VolumeRemoval.REMOVED,
                      ImageRemoval.NONE,
                      timeout));
    } catch (InterruptedException e) {
      if (timeout.isPresent()) {
        throw e;
      }
    }
    if (code == ExitCode.INTERRUPTED && timeout.isEmpty()) {
      session.context().tell("Killing");
      return removed(Optional.of(Duration.ZERO));
    }
    return code;
  }

  private Reconciliation reconciliation(RunOptions options) {
    return new Reconciliation(session, Questions.NO, options, settings.drawing());
  }

  private RunOptions limited() {
    var options = Reconciliation.runOptions(session.context());
    return settings.limit().isPresent() ? options.withLimit(timeLeft()) : options;
  }

  private Duration timeLeft() {
    return Duration.ofNanos(Math.max(0, end - System.nanoTime()));
  }

  /// Line by line unless the user wants something else: what is redrawn is of no use in a job's
  /// log.
  public static Drawing lineByLine(Drawing drawing) {
    return switch (drawing.style()) {
      case AUTO, TTY -> new Drawing(ProgressStyle.PLAIN, drawing.hidden());
      case PLAIN, JSON, QUIET -> drawing;
    };
  }
}
