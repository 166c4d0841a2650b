package dev.jcompose;

import dev.jcompose.executor.Observer;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.Reconciler;
import dev.jcompose.executor.RunOptions;
import dev.jcompose.model.Project;
import dev.jcompose.model.ProjectName;
import dev.jcompose.model.ServiceName;
import dev.jcompose.planner.ConfigHasher;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.PlanOptions;
import dev.jcompose.planner.Planner;
import dev.jcompose.planner.Problem;
import dev.jcompose.planner.ProjectFromLabels;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// A project and the engine it runs on. Several threads may use it.
///
/// Methods that talk to the engine throw {@link ComposeException} when it refuses or does not
/// answer, and {@link InterruptedException} soon after their thread is interrupted.
public final class LoadedProject implements AutoCloseable {
  private static final ConfigHasher HASHER =
      ConfigHasher.of(
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash,
          dev.jcompose.spec.write.ConfigHasher::hash);

  private final Connection connection;
  private final ProjectName name;
  private final Optional<Project> files;
  private final List<String> warnings;
  private final Optional<DownOptions> end;
  private final AtomicBoolean closed = new AtomicBoolean();

  LoadedProject(
      Connection connection,
      ProjectName name,
      Optional<Project> files,
      List<String> warnings,
      Optional<DownOptions> end) {
    this.connection = connection;
    this.name = name;
    this.files = files;
    this.warnings = List.copyOf(warnings);
    this.end = end;
  }

  /// The name that all of its containers, networks and volumes begin with.
  public String name() {
    return name.value();
  }

  /// What is probably not meant as the files say it.
  public List<String> warnings() {
    return warnings;
  }

  /// The names of the services, sorted; without files those that have containers.
  public List<String> services() throws InterruptedException {
    var project = files.isPresent() ? files.get() : Connection.guarded(() -> project(observed()));
    return project.services().keySet().stream().map(ServiceName::value).toList();
  }

  /// A service, also one that has no container yet.
  ///
  /// @throws ComposeException if the files do not have it; without files it is not checked
  public Service service(String service) {
    var key = new ServiceName(service);
    if (files.isPresent() && files.get().service(key).isEmpty()) {
      throw new ComposeException(ComposeException.Reason.NOT_FOUND, "no such service: " + service);
    }
    return new Service(connection, name, key);
  }

  /// What {@link #up()} would do.
  public ProjectPlan plan() throws InterruptedException {
    return plan(UpOptions.DEFAULTS);
  }

  /// What {@link #up(UpOptions)} would do; nothing is touched.
  public ProjectPlan plan(UpOptions options) throws InterruptedException {
    var project = needed();
    return Connection.guarded(() -> {
      var observed = observed();
      var planner = new Planner(HASHER);
      var plan = planner.plan(project, observed, options.plan(), Set.of());
      if (options.consent() == UpOptions.Consent.GIVEN) {
        var agreed = options.plan().withAgreed(plan.questions());
        plan = planner.plan(project, observed, agreed, Set.of());
      }
      return ProjectPlan.of(plan.unless(connection.engine().lacks(plan.steps())));
    });
  }

  /// Makes the engine match the files and starts all services.
  ///
  /// @throws ComposeException if it is refused, or a change fails
  public void up() throws InterruptedException {
    up(UpOptions.DEFAULTS);
  }

  /// Makes the engine match the files.
  ///
  /// @throws ComposeException if it is refused, or a change fails
  public void up(UpOptions options) throws InterruptedException {
    up(options, _ -> {});
  }

  /// The same with somebody who hears what happens, in the calling thread.
  ///
  /// @throws ComposeException if it is refused, or a change fails
  public void up(UpOptions options, Consumer<Progress> listener) throws InterruptedException {
    var _ = needed();
    reconcile(options.plan(), options.run(), new Listening(options.consent(), listener));
  }

  /// Removes containers and networks.
  ///
  /// @throws ComposeException if a change fails
  public void down() throws InterruptedException {
    down(DownOptions.DEFAULTS);
  }

  /// Removes what the project has on the engine.
  ///
  /// @throws ComposeException if a change fails
  public void down(DownOptions options) throws InterruptedException {
    down(options, _ -> {});
  }

  /// The same with somebody who hears what happens, in the calling thread.
  ///
  /// @throws ComposeException if a change fails
  public void down(DownOptions options, Consumer<Progress> listener) throws InterruptedException {
    reconcile(options.plan(), RunOptions.DEFAULT, new Listening(UpOptions.Consent.GIVEN, listener));
  }

  /// Stops the containers, dependents first; they stay.
  ///
  /// @param services none: all of them
  /// @throws ComposeException if a change fails
  public void stop(String... services) throws InterruptedException {
    reconcileQuietly(new PlanOptions.Stop(names(services), Optional.empty()));
  }

  /// Starts the containers that there are, in the order of their dependencies.
  ///
  /// @param services none: all of them
  /// @throws ComposeException if a change fails
  public void start(String... services) throws InterruptedException {
    reconcileQuietly(new PlanOptions.Start(names(services), PlanOptions.Until.STARTED));
  }

  /// Freezes containers that run: they keep their connections and answer nothing.
  ///
  /// @param services none: all of them
  /// @throws ComposeException if a change fails
  public void pause(String... services) throws InterruptedException {
    reconcileQuietly(new PlanOptions.Pause(names(services)));
  }

  /// Lets frozen containers go on.
  ///
  /// @param services none: all of them
  /// @throws ComposeException if a change fails
  public void unpause(String... services) throws InterruptedException {
    reconcileQuietly(new PlanOptions.Unpause(names(services)));
  }

  /// What all containers write. The stream has to be closed.
  public Stream<LogEntry> logs(Logs which) throws InterruptedException {
    return Connection.guarded(
        () -> LogReader.open(connection.engine(), name, _ -> true, which).stream());
  }

  /// Lets go of the engine. A project that was loaded with {@link Compose#takingDown} is taken down
  /// first, even if the thread is interrupted; a second call does nothing.
  ///
  /// @throws ComposeException if it cannot be taken down
  @Override
  public void close() {
    if (!closed.compareAndSet(false, true)) {
      return;
    }
    boolean interrupted = Thread.interrupted();
    try {
      if (end.isPresent()) {
        down(end.get());
      }
    } catch (InterruptedException _) {
      interrupted = true;
      throw new ComposeException(
          ComposeException.Reason.FAILED, "project " + name + " was not taken down: interrupted");
    } finally {
      connection.engine().close();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private ObservedState observed() throws InterruptedException {
    var observer = new Observer(connection.engine(), HASHER);
    return files.isPresent() ? observer.observe(files.get()) : observer.observeByName(name);
  }

  private Project project(ObservedState observed) {
    return files.orElseGet(() -> ProjectFromLabels.of(name, observed));
  }

  private Project needed() {
    return files.orElseThrow(() ->
        new ComposeException(
            ComposeException.Reason.REFUSED,
            "project " + name + " was opened without its files, which plan and up need"));
  }

  private static List<ServiceName> names(String... services) {
    return Arrays.stream(services).map(ServiceName::new).toList();
  }

  private void reconcileQuietly(PlanOptions options) throws InterruptedException {
    reconcile(options, RunOptions.DEFAULT, new Listening(UpOptions.Consent.ASKED, _ -> {}));
  }

  private void reconcile(PlanOptions options, RunOptions run, Reconciler.Audience audience)
      throws InterruptedException {
    var result =
        Connection.guarded(() -> {
          try (var _ = connection.hold(name, options.command())) {
            var observed = observed();
            return new Reconciler(connection.engine(), HASHER, run, connection.providers())
                .reconcile(project(observed), observed, options, audience);
          }
        });
    check(result);
  }

  private static void check(Reconciler.Result result) throws InterruptedException {
    switch (result) {
      case Reconciler.Result.Refused(var problems) ->
          throw new ComposeException(
              ComposeException.Reason.REFUSED, problems.stream().map(Problem::describe).toList());
      case Reconciler.Result.ProviderFailed(String message) ->
          throw new ComposeException(ComposeException.Reason.FAILED, message);
      case Reconciler.Result.Ended(Outcome.Completed _) -> {}
      case Reconciler.Result.Ended(Outcome.Stopped stopped) ->
          throw new ComposeException(
              ComposeException.Reason.FAILED,
              stopped.failures().stream().map(LoadedProject::describe).toList());
      case Reconciler.Result.Ended(Outcome.Interrupted _) ->
          throw new InterruptedException("what had begun was ended, and nothing new was begun");
    }
  }

  private static String describe(Outcome.Failure failure) {
    return failure.log().isEmpty()
        ? failure.message()
        : failure.message() + "\n  " + String.join("\n  ", failure.log());
  }
}
