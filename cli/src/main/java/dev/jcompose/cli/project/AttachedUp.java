package dev.jcompose.cli.project;

import dev.jcompose.cli.progress.ProgressStyle;
import dev.jcompose.cli.text.LogPrinter;
import dev.jcompose.cli.text.Paint.Colour;
import dev.jcompose.executor.LogOptions;
import dev.jcompose.executor.Outcome;
import dev.jcompose.executor.PlanRunner;
import dev.jcompose.model.Ordered;
import dev.jcompose.model.Project;
import dev.jcompose.planner.ObservedContainer;
import dev.jcompose.planner.ObservedState;
import dev.jcompose.planner.Plan;
import dev.jcompose.planner.PlanOptions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/// `up` in the foreground: starts the containers that have been made, shows their logs, and stops
/// them at the end.
///
/// Ctrl-C stops them in reverse order of their dependencies; a second one kills them.
public final class AttachedUp {
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final Session session;
  private final Context context;
  private final Target target;
  private final Attachment attachment;
  private final Optional<Duration> stopTimeout;
  private final LogPrinter printer;
  private final List<Follower.End> ends = new ArrayList<>();
  private final CompletableFuture<Outcome> starting = new CompletableFuture<>();

  public AttachedUp(
      Session session, Project project, Attachment attachment, Optional<Duration> stopTimeout) {
    this.session = session;
    this.context = session.context();
    this.target = new Target(project.name(), Optional.of(project));
    this.attachment = attachment;
    this.stopTimeout = stopTimeout;
    this.printer = attachment.form().printer(context);
  }

  /// Starts what there is, and stays until all containers have ended.
  ///
  /// @param options for the plan that starts the containers
  /// @return the exit code
  public int run(PlanOptions.Up options) throws InterruptedException {
    Instant begin = context.host().clock().instant();
    ObservedState observed = session.observe(target);
    var plan = session.plan(session.project(target, observed), observed, options);
    announce(observed);
    try (var follower =
        new Follower(
            session.engine(),
            target.name(),
            printer,
            attachment.watched()::contains,
            attachment.shown()::contains,
            attachment.following())) {
      replicas(observed).stream()
          .filter(container -> container.status().isRunning())
          .forEach(container -> follower.follow(container, newLines()));
      return attached(follower, plan, begin);
    }
  }

  private LogOptions newLines() {
    return new LogOptions(
        true,
        Optional.of(0),
        Optional.empty(),
        Optional.empty(),
        attachment.following().timestamps());
  }

  private static List<ObservedContainer> replicas(ObservedState observed) {
    return observed.containers().stream().filter(container -> !container.isOneOff()).toList();
  }

  private void announce(ObservedState observed) {
    var names =
        replicas(observed).stream()
            .flatMap(container -> Followed.of(container).stream())
            .filter(container -> attachment.shown().contains(container.service()))
            .map(Followed::name)
            .toList();
    names.forEach(printer::expect);
    if (!names.isEmpty()) {
      context.print("Attaching to " + String.join(", ", names));
    }
  }

  private int attached(Follower follower, Plan plan, Instant begin) throws InterruptedException {
    var starter = Thread.ofVirtual().start(() -> start(plan, follower));
    try {
      int code = untilEnd(follower, begin);
      return code;
    } catch (InterruptedException _) {
      starter.interrupt();
      context.tell("Gracefully Stopping... press Ctrl+C again to force");
      stop(follower, starter);
      return ExitCode.INTERRUPTED;
    }
  }

  private void start(Plan plan, Follower follower) {
    try {
      starting.complete(
          new PlanRunner(session.engine())
              .run(target.name(), plan, Reconciliation.runOptions(context), _ -> {}));
    } catch (RuntimeException failure) {
      starting.completeExceptionally(failure);
    } finally {
      follower.wake();
    }
  }

  private int untilEnd(Follower follower, Instant begin) throws InterruptedException {
    boolean allStarted = false;
    while (!allStarted || follower.isFollowing()) {
      var end = follower.next();
      end.ifPresent(ends::add);
      if (end.filter(attachment::aborts).isPresent()) {
        context.tell(context.errorPaint().in(Colour.RED, "Aborting on container exit..."));
        stop(follower, Thread.currentThread());
        return exitCode(end.get());
      }
      if (!allStarted && starting.isDone()) {
        if (!(outcome() instanceof Outcome.Completed)) {
          return failed(outcome());
        }
        allStarted = true;
        adopt(follower, begin);
      }
    }
    return attachment.exitCodeFrom().isPresent() && !ends.isEmpty()
        ? exitCode(ends.getFirst())
        : ExitCode.OK;
  }

  /// The engine may tell of a start later than the plan's end.
  private void adopt(Follower follower, Instant begin) throws InterruptedException {
    var since =
        new LogOptions(
            true,
            Optional.empty(),
            Optional.of(begin),
            Optional.empty(),
            attachment.following().timestamps());
    replicas(session.observe(target)).forEach(container -> follower.adopt(container, since));
  }

  private Outcome outcome() throws InterruptedException {
    try {
      return starting.get();
    } catch (ExecutionException failure) {
      throw failure.getCause() instanceof RuntimeException known
          ? known
          : new IllegalStateException(failure);
    }
  }

  private int failed(Outcome outcome) {
    return switch (outcome) {
      case Outcome.Completed _ -> ExitCode.OK;
      case Outcome.Stopped stopped -> {
        new Ending(context).tell(stopped);
        yield ExitCode.FAILED;
      }
      case Outcome.Interrupted interrupted -> {
        new Ending(context).tell(interrupted);
        yield ExitCode.INTERRUPTED;
      }
    };
  }

  private int exitCode(Follower.End first) {
    return attachment
        .exitCodeFrom()
        .flatMap(
            service ->
                ends.stream()
                    .filter(end -> end.container().service().equals(service))
                    .findFirst())
        .orElse(first)
        .exitCode();
  }

  /// Stops everything, or kills it when the user interrupts once more.
  private void stop(Follower follower, Thread starter) throws InterruptedException {
    try {
      if (!starter.equals(Thread.currentThread())) {
        starter.join(PATIENCE);
      }
      var services = List.copyOf(attachment.watched());
      int code =
          new Reconciliation(
                  session,
                  Questions.NO,
                  Reconciliation.runOptions(context),
                  new Drawing(ProgressStyle.PLAIN, Ordered.set(List.of())))
              .run(target, new PlanOptions.Stop(services, stopTimeout));
      if (code == ExitCode.INTERRUPTED) {
        kill();
      }
      while (follower.isFollowing()) {
        follower.next().ifPresent(ends::add);
      }
    } catch (InterruptedException _) {
      kill();
    }
  }

  private void kill() throws InterruptedException {
    context.tell("Killing");
    for (ObservedContainer container : replicas(session.observe(target))) {
      if (container.service().filter(attachment.watched()::contains).isPresent()) {
        session.engine().killContainer(container.id(), "SIGKILL");
      }
    }
  }
}
